package ballast.paper;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.market.FundingRates;
import ballast.market.PricePath;
import ballast.market.Rates;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.TransferOutcome;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The model of the exchange, by hand-made paths of hourly bars. */
class PaperExchangeTest {
  private static final long HOUR = 3_600_000;
  private static final long START = Instant.parse("2020-03-02T00:00:00Z").toEpochMilli();

  @Test
  void observesTheOpenOfTheFirstBarAndThenTheClosesOfCompleteBars() {
    PaperExchange exchange = quiet(bar(1000, 1010, 990, 1005), bar(1005, 1100, 1000, 1050));

    exchange.advanceTo(START + HOUR - 1);
    assertThat(exchange.state().price()).isEqualTo(Ratio.parse("1000"));
    exchange.advanceTo(START + HOUR);
    assertThat(exchange.state().price()).isEqualTo(Ratio.parse("1005"));
    exchange.advanceTo(START);
    assertThat(exchange.state().price()).isEqualTo(Ratio.parse("1005"));
  }

  @Test
  void reckonsEquityMarginAndUniMmrAsByHand() {
    PaperExchange exchange = quiet(bar(1000, 1010, 890, 900));
    exchange.advanceTo(START + HOUR);
    PaperState state = exchange.state();

    // 1000 coins lost 100 each; 400,000 LDUSDT count 99.9 %; 5 % of 900,000.
    assertThat(state.unrealisedProfit()).isEqualTo(Usdt.of(-100_000));
    assertThat(state.equity()).isEqualTo(Usdt.of(299_600));
    assertThat(state.actualEquity()).isEqualTo(Usdt.of(300_000));
    assertThat(state.maintenanceMargin()).isEqualTo(Usdt.of(45_000));
    assertThat(state.uniMmr()).isEqualTo(Ratio.parse("6.65777777"));
    assertThat(state.status()).isEqualTo(AccountStatus.NORMAL);
    // at 890: (399,600 - 110,000) / 44,500
    assertThat(exchange.lowestUniMmr()).isEqualTo(Ratio.parse("6.50786516"));
  }

  @Test
  void testsALongAtTheLowAndAShortAtTheHigh() {
    PricePath spike = path(bar(1000, 1500, 1000, 1000));
    PaperExchange shorted =
        new PaperExchange(
            quietScenario(spike).withAccount(account(Usdt.of(-1_000_000), Usdt.of(400_000))));
    PaperExchange longed = new PaperExchange(quietScenario(spike));
    shorted.advanceTo(START + HOUR);
    longed.advanceTo(START + HOUR);

    assertThat(shorted.liquidatedAt()).hasValue(START);
    assertThat(longed.liquidatedAt()).isEmpty();
  }

  @Test
  void staysLiquidatedThoughThePriceComesBack() {
    PaperExchange exchange = quiet(bar(1000, 1000, 600, 1000), bar(1000, 1000, 1000, 1000));
    exchange.advanceTo(START + 2 * HOUR);

    assertThat(exchange.liquidatedAt()).hasValue(START);
    assertThat(exchange.state().status()).isEqualTo(AccountStatus.FORCE_LIQUIDATION);
    assertThat(exchange.transferable(Direction.EARN_TO_FUTURE)).isEqualTo(Usdt.ZERO);
    assertThat(exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(1)))
        .isInstanceOfSatisfying(
            TransferOutcome.Rejected.class, r -> assertThat(r.code()).isEqualTo(-21007));
    assertThat(exchange.ledger()).isEmpty();
  }

  @Test
  void aTransferCountsFromTheNextBarOn() {
    PricePath crash = path(bar(1000, 1000, 900, 900), bar(900, 900, 600, 650));
    PaperExchange exchange = new PaperExchange(quietScenario(crash));
    exchange.advanceTo(START + HOUR);
    assertThat(exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(200_000)))
        .isEqualTo(new TransferOutcome.Done());
    exchange.advanceTo(START + 2 * HOUR);

    // 599,400 - 400,000 over 5 % of 600,000
    assertThat(exchange.lowestUniMmr()).isEqualTo(Ratio.parse("6.64666666"));
    assertThat(exchange.ledger())
        .containsExactly(new Movement(START + HOUR, Direction.EARN_TO_FUTURE, Usdt.of(200_000)));
  }

  @Test
  void letsOutOnlyWhatKeepsUniMmrAtOnePointTwoAndOnlyWhatIsHeld() {
    PaperExchange exchange = quiet(bar(1000, 1000, 1000, 1000));
    Usdt most = exchange.transferable(Direction.FUTURE_TO_EARN);

    assertThat(most).isEqualTo(Usdt.parse("339939.93993993"));
    assertThat(exchange.transfer(Direction.FUTURE_TO_EARN, most.plus(new Usdt(1))))
        .isInstanceOf(TransferOutcome.Rejected.class);
    assertThat(exchange.transfer(Direction.FUTURE_TO_EARN, Usdt.ZERO))
        .isInstanceOf(TransferOutcome.Rejected.class);
    assertThat(exchange.transfer(Direction.FUTURE_TO_EARN, most))
        .isEqualTo(new TransferOutcome.Done());
    assertThat(exchange.state().uniMmr()).isGreaterThanOrEqualTo(Ratio.parse("1.2"));
    assertThat(exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(1_100_000)))
        .isInstanceOf(TransferOutcome.Rejected.class);
  }

  @Test
  void paysFundingAtEightHoursOnTheObservedNotional() {
    Scenario scenario =
        quietScenario(flat(10)).withFunding(FundingRates.constant(Ratio.parse("0.0001")));
    PaperExchange exchange = new PaperExchange(scenario);
    exchange.advanceTo(START + 8 * HOUR - 1);
    assertThat(exchange.fundingPaid()).isEqualTo(Usdt.ZERO);
    exchange.advanceTo(START + 8 * HOUR);
    assertThat(exchange.fundingPaid()).isEqualTo(Usdt.of(100));
    assertThat(exchange.state().usdt()).isEqualTo(Usdt.of(-100));
  }

  @Test
  void ldusdtEarnsInBothWalletsAndTheInterestGoesToEarn() {
    Scenario scenario = quietScenario(flat(3)).withApr(Rates.constant(Ratio.parse("0.0876")));
    PaperExchange exchange = new PaperExchange(scenario);
    exchange.advanceTo(START + HOUR);

    // 1,100,000 × 0.0876 / 8760
    assertThat(exchange.ldusdtInterest()).isEqualTo(Usdt.of(11));
    assertThat(exchange.state().ldusdtInEarn()).isEqualTo(Usdt.of(700_011));
    assertThat(exchange.state().ldusdtInFutures()).isEqualTo(Usdt.of(400_000));
  }

  @Test
  void aNegativeUsdtWalletIsChargedAtMidnight() {
    PaperAccount owing = account(Usdt.ZERO, Usdt.of(400_000));
    Scenario scenario =
        quietScenario(flat(25))
            .withAccount(
                new PaperAccount(
                    owing.symbol(),
                    Usdt.ZERO,
                    false,
                    owing.brackets(),
                    owing.ldusdtInFutures(),
                    owing.ldusdtInEarn(),
                    Usdt.of(-365_000),
                    owing.collateral(),
                    Ratio.parse("0.08"),
                    Usdt.ZERO));
    PaperExchange exchange = new PaperExchange(scenario);
    exchange.advanceTo(START + 25 * HOUR);

    assertThat(exchange.usdtInterest()).isEqualTo(Usdt.parse("80.00000001"));
    assertThat(exchange.state().status()).isEqualTo(AccountStatus.NORMAL);
  }

  @Test
  void strikesThePositionAnewAtTheFirstRowOfTheMonth() {
    long lastDay = Instant.parse("2020-03-31T22:00:00Z").toEpochMilli();
    PricePath path =
        path(
            lastDay,
            bar(1000, 1000, 1000, 1000),
            bar(1000, 1100, 1000, 1100),
            bar(1100, 1100, 1100, 1100));
    PaperExchange exchange = new PaperExchange(quietScenario(path));
    exchange.advanceTo(lastDay + 2 * HOUR - 1);
    assertThat(exchange.state().quantity()).isEqualTo(Ratio.parse("1000"));
    exchange.advanceTo(lastDay + 2 * HOUR);

    assertThat(exchange.state().quantity()).isEqualTo(Ratio.parse("909.09090909"));
    assertThat(exchange.state().usdt()).isEqualTo(Usdt.ZERO);
    assertThat(exchange.settled()).isEqualTo(Usdt.of(100_000));
    assertThat(exchange.state().unrealisedProfit()).isEqualTo(Usdt.ZERO);
  }

  @Test
  void doesNotDependOnHowTimeIsAdvanced() {
    Scenario march = Scenario.shipped("march-2020");
    PaperAccount rich = account(Usdt.of(1_000_000), Usdt.of(1_100_000));
    PaperExchange oneStep = new PaperExchange(march.withAccount(rich));
    PaperExchange manySteps = new PaperExchange(march.withAccount(rich));
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    for (long time = START; time < manySteps.endMillis(); time += random.nextLong(1, 3 * HOUR)) {
      manySteps.advanceTo(time);
    }
    manySteps.advanceTo(manySteps.endMillis() + HOUR);
    oneStep.advanceTo(oneStep.endMillis() + HOUR);

    assertThat(manySteps.state()).as("seed %s", seed).isEqualTo(oneStep.state());
    assertThat(manySteps.lowestUniMmr()).isEqualTo(oneStep.lowestUniMmr());
    assertThat(manySteps.fundingPaid()).isEqualTo(oneStep.fundingPaid());
    assertThat(manySteps.ldusdtInterest()).isEqualTo(oneStep.ldusdtInterest());
    assertThat(oneStep.usdtInterest()).isEqualTo(manySteps.usdtInterest());
    assertThat(oneStep.fundingPaid().isPositive()).isTrue();
  }

  @Test
  void aForkGoesItsOwnWay() {
    PaperExchange exchange = quiet(bar(1000, 1000, 900, 900), bar(900, 900, 800, 800));
    exchange.advanceTo(START + HOUR);
    PaperExchange fork = exchange.fork();
    fork.transfer(Direction.EARN_TO_FUTURE, Usdt.of(5));
    fork.advanceTo(START + 2 * HOUR);

    assertThat(exchange.ledger()).isEmpty();
    assertThat(exchange.state().price()).isEqualTo(Ratio.parse("900"));
    assertThat(fork.state().ldusdtInFutures()).isEqualTo(Usdt.of(400_005));
  }

  @Test
  void aPathMayBeLaidOnAnyTime() {
    long laid = Instant.parse("2026-11-22T10:17:03.123Z").toEpochMilli();
    PricePath crash = path(bar(1000, 1000, 600, 1000));
    PaperExchange exchange = new PaperExchange(quietScenario(crash), laid);
    exchange.advanceTo(laid + HOUR);

    assertThat(exchange.liquidatedAt()).hasValue(laid);
    assertThat(exchange.pathMillis(laid)).isEqualTo(START);
    assertThat(exchange.endMillis()).isEqualTo(laid + HOUR);
  }

  @Test
  void aReadLagHidesATransferForItsWhile() {
    PaperExchange exchange = quiet(bar(1000, 1000, 1000, 1000), bar(1000, 1000, 1000, 1000));
    exchange.advanceTo(START + 1_000);
    exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(100));

    exchange.advanceTo(START + 30_999);
    assertThat(exchange.state(30_000).ldusdtInFutures()).isEqualTo(Usdt.of(400_000));
    assertThat(exchange.state(30_000).ldusdtInEarn()).isEqualTo(Usdt.of(700_000));
    assertThat(exchange.state(30_000).equity()).isEqualTo(Usdt.of(399_600));
    exchange.advanceTo(START + 31_000);
    assertThat(exchange.state(30_000)).isEqualTo(exchange.state());
    assertThat(exchange.state().ldusdtInFutures()).isEqualTo(Usdt.of(400_100));
  }

  @Test
  void walksAMillionBarsASecondAndMore() {
    int bars = 1_000_000;
    long[] times = new long[bars];
    long[] prices = new long[bars];
    SplittableRandom random = new SplittableRandom(3);
    long price = 850_000_000_000L;
    for (int i = 0; i < bars; i++) {
      times[i] = START + i * 60_000L;
      price += random.nextLong(-10_000_000, 10_000_001);
      prices[i] = price;
    }
    PricePath path = PricePath.of("walk", 60_000, times, prices, prices, prices, prices);
    PaperExchange exchange = new PaperExchange(Scenario.ofPrices(path));
    long begun = System.nanoTime();
    exchange.advanceTo(exchange.endMillis());
    long millis = (System.nanoTime() - begun) / 1_000_000;
    System.getLogger("paper").log(System.Logger.Level.INFO, "1,000,000 bars in {0} ms", millis);

    assertThat(exchange.liquidatedAt()).isEmpty();
    assertThat(millis).isLessThan(1_000);
  }

  private static PaperExchange quiet(long[]... bars) {
    return new PaperExchange(quietScenario(path(bars)));
  }

  /** The default account with neither funding nor interest. */
  private static Scenario quietScenario(PricePath path) {
    return Scenario.ofPrices(path)
        .withFunding(FundingRates.constant(Ratio.ZERO))
        .withApr(Rates.constant(Ratio.ZERO));
  }

  private static PaperAccount account(Usdt notional, Usdt inFutures) {
    PaperAccount standard = PaperAccount.standard();
    return new PaperAccount(
        standard.symbol(),
        notional,
        true,
        standard.brackets(),
        inFutures,
        standard.ldusdtInEarn(),
        standard.usdt(),
        standard.collateral(),
        standard.usdtInterest(),
        standard.interestFree());
  }

  private static PricePath flat(int bars) {
    long[][] all = new long[bars][];
    java.util.Arrays.fill(all, bar(1000, 1000, 1000, 1000));
    return path(all);
  }

  private static PricePath path(long[]... bars) {
    return path(START, bars);
  }

  private static PricePath path(long start, long[]... bars) {
    long[][] columns = new long[5][bars.length];
    for (int i = 0; i < bars.length; i++) {
      columns[0][i] = start + i * HOUR;
      for (int column = 0; column < 4; column++) {
        columns[column + 1][i] = bars[i][column];
      }
    }
    return PricePath.of(
        "by hand", HOUR, columns[0], columns[1], columns[2], columns[3], columns[4]);
  }

  private static long[] bar(long open, long high, long low, long close) {
    return new long[] {
      open * 100_000_000, high * 100_000_000, low * 100_000_000, close * 100_000_000
    };
  }
}
