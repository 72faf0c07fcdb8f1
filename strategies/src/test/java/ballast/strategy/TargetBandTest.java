package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Proposal.Move;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The band 1.6x / 2x / 2.6x / 3.2x over a maintenance margin of 100,000. */
class TargetBandTest {
  private static final Map<String, String> BAND =
      Map.of("low", "1.6x", "low-target", "2x", "high-target", "2.6x", "high", "3.2x");
  private static final StrategyFactory FACTORY =
      new BuiltIns()
          .strategies().stream().filter(it -> it.name().equals("target-band")).findFirst().get();
  private static final Strategy STRATEGY = strategy(BAND);
  private static final Usdt MARGIN = Usdt.of(100_000);
  private static final Collateral HALF = CollateralTest.collateral("1", "0 10000000 0.5");

  private static Strategy strategy(Map<String, String> texts) {
    return FACTORY.create(Parameters.of(FACTORY.parameters(), texts));
  }

  private static Situation situation(Usdt equity, Usdt margin, Usdt held) {
    return new Situation.Recorded(
        1_584_057_600_000L, equity.e8(), margin.e8(), held.e8(), Situation.NEVER, Memory.NONE);
  }

  private static Situation at(String equity) {
    return situation(Usdt.parseSigned(equity), MARGIN, Usdt.of(300_000));
  }

  @ParameterizedTest
  @CsvSource({
    "159999.99999999, EARN_TO_FUTURE",
    "100000, EARN_TO_FUTURE",
    "0, EARN_TO_FUTURE",
    "-5000, EARN_TO_FUTURE",
    "320000.00000001, FUTURE_TO_EARN",
    "900000, FUTURE_TO_EARN",
  })
  void needsADirectionOutsideTheBand(String equity, Direction direction) {
    assertThat(STRATEGY.need(at(equity))).isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource({"160000", "160000.00000001", "200000", "260000", "319999.99999999", "320000"})
  void holdsInsideTheBandAndAtBothItsEnds(String equity) {
    assertThat(STRATEGY.need(at(equity))).isEqualTo(new Hold("uniMMR is inside the band"));
  }

  @Test
  void holdsWithoutMaintenanceMargin() {
    Hold hold = new Hold("no maintenance margin: nothing to protect");
    assertThat(STRATEGY.need(situation(Usdt.of(5), Usdt.ZERO, Usdt.ZERO))).isEqualTo(hold);
    assertThat(STRATEGY.need(situation(Usdt.ZERO, Usdt.ZERO, Usdt.ZERO))).isEqualTo(hold);
  }

  @Test
  void paysADebtEvenWithoutMaintenanceMargin() {
    Situation debt = situation(Usdt.of(-500), Usdt.ZERO, Usdt.ZERO);
    assertThat(STRATEGY.need(debt)).isEqualTo(Direction.EARN_TO_FUTURE);
    assertThat(moved(debt, Direction.EARN_TO_FUTURE, "5000")).isEqualTo(Usdt.of(1000));
  }

  @ParameterizedTest
  @CsvSource({
    "150000, 1000000, 100000", // (2 × 100,000 − 150,000) / 0.5
    "150000, 60000, 60000", // no more than is transferable
    "-10000, 1000000, 420000",
    "159999.99999999, 1000000, 80000.00000002",
  })
  void movesInWhatReachesLowTarget(String equity, String transferable, String amount) {
    assertThat(moved(at(equity), Direction.EARN_TO_FUTURE, transferable)).hasToString(amount);
  }

  @ParameterizedTest
  @CsvSource({
    "330000, 1000000, 140000", // (330,000 − 2.6 × 100,000) / 0.5
    "330000, 60000, 60000",
    "900000, 1000000, 300000", // no more than is held
  })
  void movesOutWhatReachesHighTarget(String equity, String transferable, String amount) {
    assertThat(moved(at(equity), Direction.FUTURE_TO_EARN, transferable)).hasToString(amount);
  }

  @Test
  void worksOutTheAmountTierByTier() {
    Collateral tiers = CollateralTest.collateral("1", "0 320000 0.8", "320000 1000000 0.5");
    Usdt in =
        moved(at("150000"), new Transferable(Direction.EARN_TO_FUTURE, Usdt.of(900_000), tiers));
    assertThat(in).isEqualTo(Usdt.of(88_000)); // 20,000 × 0.8 = 16,000, then 34,000 / 0.5
    Usdt out =
        moved(
            situation(Usdt.of(350_000), MARGIN, Usdt.of(400_000)),
            new Transferable(Direction.FUTURE_TO_EARN, Usdt.of(900_000), tiers));
    assertThat(out).isEqualTo(Usdt.of(142_500)); // 80,000 × 0.5 = 40,000, then 50,000 / 0.8
  }

  @Test
  void holdsWhenNothingIsTransferable() {
    for (Direction direction : Direction.values()) {
      Proposal proposal =
          STRATEGY.propose(at("150000"), new Transferable(direction, Usdt.ZERO, HALF));
      assertThat(proposal).isEqualTo(new Hold("nothing is transferable in the needed direction"));
    }
  }

  @Test
  void holdsWhenMoreWouldNotCount() {
    Collateral full = CollateralTest.collateral("1", "0 300000 0.9", "300000 400000 0");
    Proposal proposal =
        STRATEGY.propose(
            at("150000"), new Transferable(Direction.EARN_TO_FUTURE, Usdt.of(1000), full));
    assertThat(proposal).isEqualTo(new Hold("more LDUSDT would not count as margin"));
  }

  @Test
  void holdsWhenNothingCanGoBack() {
    Proposal proposal =
        STRATEGY.propose(
            situation(Usdt.of(900_000), MARGIN, Usdt.ZERO),
            new Transferable(Direction.FUTURE_TO_EARN, Usdt.of(1000), HALF));
    assertThat(proposal)
        .isEqualTo(new Hold("no LDUSDT in Futures can go back without passing high-target"));
  }

  @Test
  void reachesItsTargetsFromBelowAndNeverPassesThem() {
    Random random = Seeds.random();
    int moves = 0;
    for (int i = 0; i < 50_000; i++) {
      Collateral collateral = CollateralPropertiesTest.anyCollateral(random);
      Usdt held = new Usdt(Seeds.upTo(Usdt.of(20_000_000).e8(), random));
      Usdt margin = new Usdt(1 + Seeds.upTo(Usdt.of(5_000_000).e8(), random));
      Usdt equity = margin.times(new Ratio(random.nextLong(600_000_000L)), RoundingMode.FLOOR);
      Situation before = situation(equity, margin, held);
      if (!(STRATEGY.need(before) instanceof Direction direction)) {
        continue;
      }
      Usdt transferable = new Usdt(Seeds.upTo(Usdt.of(20_000_000).e8(), random));
      Proposal proposal =
          STRATEGY.propose(before, new Transferable(direction, transferable, collateral));
      if (!(proposal instanceof Move move)) {
        continue;
      }
      moves++;
      boolean in = direction == Direction.EARN_TO_FUTURE;
      Usdt after = in ? held.plus(move.amount()) : held.minus(move.amount());
      Usdt equityAfter = equity.plus(collateral.value(after).minus(collateral.value(held)));
      Ratio lowTarget = Ratio.parse("2");
      Ratio highTarget = Ratio.parse("2.6");
      int toLowTarget = lowTarget.compareQuotient(equityAfter.e8(), margin.e8());
      int toHighTarget = highTarget.compareQuotient(equityAfter.e8(), margin.e8());
      assertThat(in ? toLowTarget <= 0 : toHighTarget >= 0).as(Seeds.at(i)).isTrue();
      assertThat(STRATEGY.need(situation(equityAfter, margin, after)))
          .as(Seeds.at(i))
          .isNotEqualTo(direction.opposite());
      if (in && move.amount().compareTo(transferable) < 0) {
        Usdt missing = margin.times(lowTarget, RoundingMode.FLOOR).minus(equityAfter);
        boolean spent = collateral.value(after.plus(Usdt.of(1))).equals(collateral.value(after));
        assertThat(spent || missing.e8() <= 2L * (1 + collateral.tiers().size()))
            .as(Seeds.at(i))
            .isTrue();
      }
    }
    assertThat(moves).isGreaterThan(10_000);
  }

  @Test
  void neverMovesBothWaysWhileTheRatioStaysInTheBand() {
    Random random = Seeds.random();
    for (int i = 0; i < 20_000; i++) {
      long inside = Usdt.of(160_000).e8() + random.nextLong(Usdt.of(160_000).e8() + 1);
      assertThat(STRATEGY.need(situation(new Usdt(inside), MARGIN, Usdt.of(300_000))))
          .as(Seeds.at(i))
          .isInstanceOf(Hold.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "low | 1.05x | low: 1.05x must be above 1.05x, where the exchange liquidates",
        "low | 0x | low: 0x must be above 1.05x, where the exchange liquidates",
        "low | 2x | low-target: 2x must be above low (2x)",
        "low-target | 1.6x | low-target: 1.6x must be above low (1.6x)",
        "low-target | 2.60000001x | high-target: 2.6x must not be below low-target (2.60000001x)",
        "high-target | 3.2x | high: 3.2x must be above high-target (3.2x)",
        "high | 2x | high: 2x must be above high-target (2.6x)",
        "high | 1000.1x | high: 1000.1x must not be above 1000x",
        "low | 1.6 | low: a ratio needs its unit x, as in 1.6x, got \"1.6\"",
        "top | 9x | top is not a parameter of this strategy; it knows high, high-target, low, low-target",
      })
  void saysInOneLineWhichLevelIsWrong(String name, String text, String message) {
    Map<String, String> wrong = new HashMap<>(BAND);
    wrong.put(name, text);
    assertThatThrownBy(() -> strategy(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void asksForEveryLevel() {
    for (String name : List.of("low", "low-target", "high-target", "high")) {
      Map<String, String> wrong = new HashMap<>(BAND);
      wrong.remove(name);
      assertThatThrownBy(() -> strategy(wrong))
          .hasMessage(name + " is missing; give it, for example 1.6x");
    }
  }

  @Test
  void acceptsOneTargetForBothWays() {
    Map<String, String> one = new HashMap<>(BAND);
    one.put("high-target", "2x");
    assertThat(strategy(one).need(at("200000"))).isInstanceOf(Hold.class);
  }

  private static Usdt moved(Situation situation, Direction direction, String transferable) {
    return moved(situation, new Transferable(direction, Usdt.parse(transferable), HALF));
  }

  private static Usdt moved(Situation situation, Transferable transferable) {
    return ((Move) STRATEGY.propose(situation, transferable)).amount();
  }
}
