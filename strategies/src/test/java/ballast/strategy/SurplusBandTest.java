package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Proposal.Move;
import ballast.strategy.contract.StrategyContract;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels 10,000 / 30,000 / 50,000 / 90,000 over 1.5x of a maintenance margin of 100,000. */
class SurplusBandTest {
  private static final StrategyFactory FACTORY = Surplus.factory("four-line");
  private static final Map<String, String> LEVELS =
      Map.of(
          "floor", "1.5x",
          "lower", "10000 USDT",
          "lower-target", "30000 USDT",
          "upper-target", "50000 USDT",
          "upper", "90000 USDT");
  private static final Strategy STRATEGY = strategy(LEVELS);
  private static final Usdt MARGIN = Usdt.of(100_000);
  private static final Collateral HALF = CollateralTest.collateral("1", "0 10000000 0.5");

  private static Strategy strategy(Map<String, String> texts) {
    return FACTORY.create(Parameters.of(FACTORY.parameters(), texts));
  }

  private static Situation at(Usdt equity, Usdt margin, Usdt held) {
    return new Situation.Recorded(
        1_584_057_600_000L, equity.e8(), margin.e8(), held.e8(), Situation.NEVER, Memory.NONE);
  }

  private static Situation at(String equity) {
    return at(Usdt.parseSigned(equity), MARGIN, Usdt.of(300_000));
  }

  @ParameterizedTest
  @CsvSource({
    "160000, EARN_TO_FUTURE",
    "150000, EARN_TO_FUTURE",
    "-7, EARN_TO_FUTURE",
    "240000, FUTURE_TO_EARN",
    "500000, FUTURE_TO_EARN",
  })
  void movesAtItsLimitsAndBeyond(String equity, Direction direction) {
    assertThat(STRATEGY.need(at(equity))).isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource({"160000.00000001", "180000", "200000", "239999.99999999"})
  void holdsBetweenThem(String equity) {
    assertThat(STRATEGY.need(at(equity))).isEqualTo(new Hold("the surplus is between its limits"));
  }

  @Test
  void holdsWithoutMaintenanceMarginButPaysADebt() {
    assertThat(STRATEGY.need(at(Usdt.of(500_000), Usdt.ZERO, Usdt.ZERO)))
        .isEqualTo(new Hold("no maintenance margin: nothing to protect"));
    assertThat(STRATEGY.need(at(new Usdt(-1), Usdt.ZERO, Usdt.ZERO)))
        .isEqualTo(Direction.EARN_TO_FUTURE);
  }

  @ParameterizedTest
  @CsvSource({
    "155000, EARN_TO_FUTURE, 1000000, 50000", // (150,000 + 30,000 − 155,000) / 0.5
    "155000, EARN_TO_FUTURE, 20000, 20000",
    "250000, FUTURE_TO_EARN, 1000000, 100000", // (250,000 − 150,000 − 50,000) / 0.5
    "900000, FUTURE_TO_EARN, 1000000, 300000", // no more than is held
  })
  void movesToItsTargets(String equity, Direction direction, String transferable, String amount) {
    Proposal proposal =
        STRATEGY.propose(at(equity), new Transferable(direction, Usdt.parse(transferable), HALF));
    assertThat(((Move) proposal).amount()).hasToString(amount);
  }

  @Test
  void holdsWhereNothingCanBeMovedOrGained() {
    Collateral full = CollateralTest.collateral("1", "0 300000 0.9", "300000 400000 0");
    Transferable some = new Transferable(Direction.EARN_TO_FUTURE, Usdt.of(5), full);
    assertThat(STRATEGY.propose(at("1"), some))
        .isEqualTo(new Hold("more LDUSDT would not count as margin"));
    assertThat(STRATEGY.propose(at("1"), new Transferable(some.direction(), Usdt.ZERO, HALF)))
        .isEqualTo(new Hold("nothing is transferable in the needed direction"));
    assertThat(
            STRATEGY.propose(
                at(Usdt.of(900_000), MARGIN, Usdt.ZERO),
                new Transferable(Direction.FUTURE_TO_EARN, Usdt.of(5), HALF)))
        .isEqualTo(
            new Hold("no LDUSDT in Futures can go back without passing the level to return to"));
  }

  @Test
  void reachesItsTargetsAndNeverPassesThem() {
    Random random = Seeds.random();
    int moves = 0;
    for (int i = 0; i < 20_000; i++) {
      Collateral collateral = CollateralPropertiesTest.anyCollateral(random);
      Usdt held = new Usdt(Seeds.upTo(Usdt.of(20_000_000).e8(), random));
      Usdt equity = new Usdt(Seeds.upTo(Usdt.of(500_000).e8(), random));
      Situation before = at(equity, MARGIN, held);
      if (!(STRATEGY.need(before) instanceof Direction direction)
          || !(STRATEGY.propose(
                  before, new Transferable(direction, Usdt.of(90_000_000), collateral))
              instanceof Move move)) {
        continue;
      }
      moves++;
      boolean in = direction == Direction.EARN_TO_FUTURE;
      Usdt after = in ? held.plus(move.amount()) : held.minus(move.amount());
      Usdt equityAfter = equity.plus(collateral.value(after).minus(collateral.value(held)));
      Usdt target = Usdt.of(in ? 180_000 : 200_000);
      assertThat(in ? equityAfter.compareTo(target) <= 0 : equityAfter.compareTo(target) >= 0)
          .as(Seeds.at(i))
          .isTrue();
    }
    assertThat(moves).isGreaterThan(5_000);
  }

  @Test
  void keepsTheContractWithGivenLevels() {
    Predicate<Situation> inside =
        now -> {
          BigDecimal surplus =
              BigDecimal.valueOf(now.equityE8())
                  .subtract(
                      BigDecimal.valueOf(now.maintenanceMarginE8(), 1)
                          .multiply(BigDecimal.valueOf(15)));
          return now.maintenanceMarginE8() > 0
              && surplus.compareTo(BigDecimal.valueOf(Usdt.of(1_000).e8())) > 0
              && surplus.compareTo(BigDecimal.valueOf(Usdt.of(9_000_000).e8())) < 0;
        };
    Map<String, String> wide = new TreeMap<>(LEVELS);
    wide.put("lower", "1000 USDT");
    wide.put("upper", "9000000 USDT");
    StrategyContract.of(FACTORY).with(wide).from(Seeds.SEED).holdingWhere(inside).check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "floor | 1.05x | floor: 1.05x must be above 1.05x, where the exchange liquidates, to 1000x",
        "lower | 30000 USDT | lower-target: 30000 must be above lower (30000)",
        "upper-target | 29999 USDT | upper-target: 29999 must not be below lower-target (30000)",
        "upper | 50000 USDT | upper: 50000 must be above upper-target (50000)",
        "upper | 10000000001 USDT | upper: 10000000001 must not be above 10000000000 USDT",
        "half-life | 7d | half-life: 7d has no meaning where upper is given; leave one of them out",
        "transfer-cost | 2 USDT | transfer-cost: 2 USDT has no meaning where upper is given; leave one of them out",
      })
  void saysInOneLineWhichLevelIsWrong(String name, String text, String message) {
    Map<String, String> wrong = new TreeMap<>(LEVELS);
    wrong.put(name, text);
    assertThatThrownBy(() -> strategy(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
