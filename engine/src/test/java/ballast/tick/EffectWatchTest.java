package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.journal.MemoryJournal;
import ballast.journal.OperatorAct;
import ballast.journal.Span;
import ballast.margin.PortfolioMargin;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperVenue;
import ballast.paper.Scenario;
import ballast.replay.Verification;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfers that arrive and do not do what they are for, on the paper account, cranked by hand. */
class EffectWatchTest {
  private static final Limits LIMITS =
      new Limits(false, Usdt.of(250_000), Usdt.of(10_000_000), Usdt.of(100), 60_000, 15_000);
  private static final Usdt OPENING = Usdt.of(400_000);

  /** 8x, so 100,000 are missing to the target. */
  private static final Map<String, String> RESCUES = MarchAccount.MOVES_AT_ONCE;

  /** 8x, so 50,000 are too much. */
  private static final Map<String, String> RETURNS =
      Map.of("low", "2x", "low-target", "3x", "high-target", "7x", "high", "7.5x");

  private final MarchAccount account = new MarchAccount();

  private Tick tick(Map<String, String> parameters, UnaryOperator<AccountSnapshot> seen) {
    return account.tick(parameters, LIMITS, new OtherwiseVenue(account.venue(), seen));
  }

  private void run(Tick tick, Duration every, Duration span) {
    long end = account.clock.millis() + span.toMillis();
    while (account.clock.millis() < end) {
      tick.run();
      account.clock.advance(every);
    }
  }

  /** The account as if LDUSDT counted only where it was in the beginning. */
  private AccountSnapshot uncounted(AccountSnapshot real) {
    var collateral = account.exchange.scenario().account().collateral();
    Usdt gained = collateral.value(real.ldusdtInFutures()).minus(collateral.value(OPENING));
    return with(real, real.equity().minus(gained));
  }

  private static AccountSnapshot with(AccountSnapshot real, Usdt equity) {
    return new AccountSnapshot(
        real.readAtMillis(),
        equity,
        real.actualEquity(),
        real.maintenanceMargin(),
        PortfolioMargin.uniMmr(equity, real.maintenanceMargin()),
        PortfolioMargin.MARGIN_CALL.compareQuotient(equity.e8(), real.maintenanceMargin().e8()) > 0
            ? AccountStatus.NORMAL
            : AccountStatus.MARGIN_CALL,
        real.ldusdtInFutures());
  }

  @Test
  void haltsWhenRescuesArriveAndDoNotCount() {
    run(tick(RESCUES, this::uncounted), Duration.ofSeconds(30), Duration.ofMinutes(50));
    assertThat(account.ledger()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(account.acts())
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.kind()).isEqualTo(OperatorAct.Kind.PAUSE);
              assertThat(act.direction()).isEmpty();
              assertThat(act.reason())
                  .startsWith("by ballast: ")
                  .contains("transfers arrived in Futures", "added nothing");
            });
    assertThat(account.journal.books("main", account.clock.millis()).paused()).hasSize(2);
    Verification again = Verification.of(account.journal.reader(), ShippedStrategies.byName());
    assertThat(again.decisions()).isGreaterThan(50);
    assertThat(again.replayMismatches()).isZero();
  }

  @Test
  void goesOnWhenAnOperatorHasResumedItAndHaltsAgainOnlyByNewTransfers() {
    haltsWhenRescuesArriveAndDoNotCount();
    account.act(OperatorAct.Kind.RESUME, Optional.empty(), 0);
    run(tick(RESCUES, UnaryOperator.identity()), Duration.ofSeconds(30), Duration.ofMinutes(20));
    assertThat(account.acts()).hasSize(2);
  }

  /** What arrives counts a tenth: still not what it is for. */
  @Test
  void haltsWhenRescuesCountForATenth() {
    Tick tick =
        tick(
            RESCUES,
            real -> {
              Usdt lost = real.equity().minus(uncounted(real).equity());
              return with(real, real.equity().minus(new Usdt(lost.e8() / 10 * 9)));
            });
    run(tick, Duration.ofSeconds(30), Duration.ofMinutes(50));
    assertThat(account.acts()).hasSize(1);
  }

  /** Equity falls between any two readings, by less or by more than the rescues bring. */
  @ParameterizedTest
  @ValueSource(longs = {1_000, 5_000, 20_000, 100_000, 120_000})
  void neverStopsARescueBecauseTheMarketFalls(long fallPerReading) {
    long[] fallen = new long[1];
    Tick tick =
        tick(
            RESCUES,
            real -> {
              fallen[0] += fallPerReading;
              return with(real, real.equity().minus(Usdt.of(fallen[0])));
            });
    run(tick, Duration.ofSeconds(30), Duration.ofMinutes(50));
    assertThat(account.acts()).isEmpty();
    assertThat(account.ledger()).isNotEmpty();
  }

  /** The market takes what each rescue brings in the very tick that shows it, and then rests. */
  @Test
  void takesAFallThatEatsARescueForAFallWhenItEatsMoreThanThat() {
    Tick tick =
        tick(
            RESCUES,
            real -> {
              Usdt gained = real.equity().minus(uncounted(real).equity());
              return with(real, real.equity().minus(new Usdt(gained.e8() / 100 * 130)));
            });
    run(tick, Duration.ofSeconds(30), Duration.ofMinutes(50));
    assertThat(account.acts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"march-2020", "whipsaw-may-2021", "calm-april-2026"})
  void neverHaltsAShippedScenario(String name) {
    Scenario scenario = Scenario.shipped(name);
    PaperClock own = PaperClock.cranked(scenario.prices().startMillis());
    PaperExchange whole = new PaperExchange(scenario);
    MemoryJournal books = new MemoryJournal();
    Limits limits = scenario.demo().limits();
    Map<String, String> band =
        Map.of("low", "7.9x", "low-target", "8.1x", "high-target", "8.1x", "high", "8.3x");
    Tick tick =
        new Tick(
            Assigned.toTargetBand("main", band, limits),
            new PaperVenue(whole, own),
            books,
            report -> {},
            Clocks.ofPaper(own, () -> 0));
    while (own.millis() < whole.endMillis()) {
      tick.run();
      own.advance(scenario.tick());
    }
    assertThat(whole.ledger()).hasSizeGreaterThan(20);
    assertThat(books.reader().acts(Span.everything())).isEmpty();
  }

  @Test
  void pausesReturnsAtOnceWhenOneLeavesTheAccountInAMarginCall() {
    Tick tick =
        tick(
            RETURNS,
            real ->
                real.ldusdtInFutures().compareTo(OPENING) < 0 ? with(real, Usdt.of(70_000)) : real);
    tick.run();
    account.clock.advance(Duration.ofSeconds(30));
    assertThat(account.acts()).isEmpty();
    tick.run();
    assertThat(account.acts())
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.direction()).contains(Direction.FUTURE_TO_EARN);
              assertThat(act.reason())
                  .startsWith("by ballast: transfer 1 back to Earn")
                  .contains("MARGIN_CALL at uniMMR 1.4");
            });
    account.clock.advance(Duration.ofMinutes(2));
    tick.run();
    assertThat(account.ledger()).as("and the rescue goes out").hasSize(2);
    assertThat(account.ledger().get(1).direction()).isEqualTo(Direction.EARN_TO_FUTURE);
  }

  @Test
  void letsAReturnStandThatDidWhatItWasFor() {
    run(tick(RETURNS, UnaryOperator.identity()), Duration.ofSeconds(30), Duration.ofMinutes(5));
    assertThat(account.ledger()).hasSize(1);
    assertThat(account.acts()).isEmpty();
  }
}
