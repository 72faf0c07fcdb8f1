package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Proposal.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setpoint 3x over a maintenance margin of 100, LDUSDT counting fully. */
class PiDeadBandTest {
  private static final StrategyFactory FACTORY = Surplus.factory("pi-dead-band");
  private static final Map<String, String> GAINS =
      Map.of(
          "setpoint", "3x",
          "dead-band", "0.01x",
          "proportional", "50%",
          "integral", "10%",
          "max-step", "2x");
  private static final Collateral FULL = CollateralTest.collateral("1", "0 10000000 1");
  private static final Usdt MARGIN = Usdt.of(100);

  private static Strategy strategy(Map<String, String> texts) {
    return FACTORY.create(Parameters.of(FACTORY.parameters(), texts));
  }

  private static Map<String, String> with(String name, String text) {
    Map<String, String> changed = new TreeMap<>(GAINS);
    changed.put(name, text);
    return changed;
  }

  /** An account that does what the controller wants, or not. */
  private static final class Plant {
    private final Strategy strategy;
    private Usdt equity;
    private Usdt held = Usdt.of(1000);
    private Memory memory = Memory.NONE;

    Plant(Map<String, String> texts, String equity) {
      this.strategy = strategy(texts);
      this.equity = Usdt.parseSigned(equity);
    }

    Situation now() {
      return new Situation.Recorded(
          0, equity.e8(), MARGIN.e8(), held.e8(), Situation.NEVER, memory);
    }

    /** One tick; what was wanted into Futures, negative out of it. */
    Usdt tick(boolean arrives) {
      Situation now = now();
      memory = strategy.remember(now);
      if (!(strategy.need(now) instanceof Direction direction)) {
        return Usdt.ZERO;
      }
      Usdt amount =
          ((Move) strategy.propose(now, new Transferable(direction, Usdt.of(100_000), FULL)))
              .amount();
      Usdt in = direction == Direction.EARN_TO_FUTURE ? amount : amount.negated();
      if (arrives) {
        equity = equity.plus(in);
        held = held.plus(in);
      }
      return in;
    }

    /** Setpoint − uniMMR, exact because the margin is 100. */
    String error() {
      return new Usdt((Usdt.of(300).e8() - equity.e8()) / 100).toString();
    }
  }

  /** Worked out by hand: x' = x + u, Kp = 0.5, Ki = 0.1. */
  @Test
  void answersAStepAsWorkedOutByHand() {
    Plant plant = new Plant(GAINS, "200");
    List<String> errors = new ArrayList<>(List.of(plant.error()));
    for (int i = 0; i < 4; i++) {
      plant.tick(true);
      errors.add(plant.error());
    }
    assertThat(errors).containsExactly("1", "0.4", "0.06", "-0.116", "-0.1924");
  }

  @Test
  void holdsInTheDeadBandAndForgetsTheSum() {
    Plant plant = new Plant(with("dead-band", "0.1x"), "200");
    plant.tick(true);
    plant.tick(true);
    assertThat(plant.memory).isNotEqualTo(Memory.NONE);
    assertThat(plant.error()).isEqualTo("0.06");
    assertThat(plant.tick(true)).isEqualTo(Usdt.ZERO);
    assertThat(plant.memory).isEqualTo(Memory.NONE);
    assertThat(plant.strategy.need(plant.now()))
        .isEqualTo(new Hold("uniMMR is inside the dead band"));
  }

  @ParameterizedTest
  @CsvSource({"299, HOLD", "301, HOLD", "298.99999999, IN", "301.00000001, OUT"})
  void keepsTheEndsOfTheDeadBandInsideIt(String equity, String need) {
    Need found = new Plant(GAINS, equity).strategy.need(new Plant(GAINS, equity).now());
    assertThat(found instanceof Hold ? "HOLD" : found == Direction.EARN_TO_FUTURE ? "IN" : "OUT")
        .isEqualTo(need);
  }

  @Test
  void addsNothingWhileItsMoveHasNotArrived() {
    Plant blocked = new Plant(GAINS, "200");
    Usdt first = blocked.tick(false);
    for (int i = 0; i < 50; i++) {
      assertThat(blocked.tick(false)).isEqualTo(first);
    }
    assertThat(blocked.tick(true)).isEqualTo(first);
    assertThat(blocked.error()).isEqualTo("0.4");
    blocked.tick(true);
    assertThat(blocked.error()).as("as if nothing had been in its way").isEqualTo("0.06");
  }

  /** What max-step cuts is taken out of the sum: Kp e + Ki sum is the step that was made. */
  @Test
  void takesOutOfTheSumWhatMaxStepCuts() {
    Plant plant = new Plant(with("max-step", "0.2x"), "200");
    assertThat(plant.tick(true)).isEqualTo(Usdt.of(20));
    ErrorSum kept = (ErrorSum) plant.memory;
    assertThat(kept.sum()).isEqualTo(Ratio.parseSigned("-3")); // (0.2 − 0.5) / 0.1
    int ticks = 0;
    while (!plant.error().startsWith("-") && ticks++ < 100) {
      plant.tick(true);
    }
    assertThat(Usdt.parseSigned(plant.error()))
        .as("overshoot, which 20 steps of summing would have made large")
        .isGreaterThan(Usdt.parseSigned("-0.2"));
  }

  @Test
  void neverReturnsFurtherThanTheSetpoint() {
    Plant plant = new Plant(with("dead-band", "0.05x"), "400");
    for (int i = 0; i < 30; i++) {
      plant.tick(true);
      assertThat(plant.error()).as("tick %d", i).matches("-.*|0");
    }
    assertThat(plant.tick(true)).isEqualTo(Usdt.ZERO);
  }

  /** After a long stay above the setpoint the sum says lower, the error says raise. */
  @Test
  void movesNothingOutBelowTheSetpointWhateverTheSum() {
    Strategy strategy = strategy(GAINS);
    Memory longAbove = FACTORY.recall("-50 -50 900");
    Situation below =
        new Situation.Recorded(
            0, Usdt.of(280).e8(), MARGIN.e8(), Usdt.of(1000).e8(), Situation.NEVER, longAbove);
    assertThat(strategy.need(below)).isEqualTo(new Hold("past errors balance this one"));
    Situation next =
        new Situation.Recorded(
            1, Usdt.of(280).e8(), MARGIN.e8(), Usdt.of(1000).e8(), 0, strategy.remember(below));
    assertThat(strategy.need(next)).isEqualTo(Direction.EARN_TO_FUTURE);
  }

  @Test
  void paysADebtWithoutMargin() {
    Strategy strategy = strategy(GAINS);
    Situation debt =
        new Situation.Recorded(0, -Usdt.of(5).e8(), 0, 0, Situation.NEVER, Memory.NONE);
    assertThat(strategy.need(debt)).isEqualTo(Direction.EARN_TO_FUTURE);
    Transferable all = new Transferable(Direction.EARN_TO_FUTURE, Usdt.of(100), FULL);
    assertThat(((Move) strategy.propose(debt, all)).amount()).isEqualTo(Usdt.of(5));
    Situation none = new Situation.Recorded(0, 5, 0, 0, Situation.NEVER, Memory.NONE);
    assertThat(strategy.need(none))
        .isEqualTo(new Hold("no maintenance margin: nothing to protect"));
  }

  @Test
  void holdsWhereNothingCanBeMovedOrGained() {
    Plant low = new Plant(GAINS, "200");
    Collateral worthless = CollateralTest.collateral("1", "0 100000 0");
    assertThat(
            low.strategy.propose(
                low.now(), new Transferable(Direction.EARN_TO_FUTURE, Usdt.of(5), worthless)))
        .isEqualTo(new Hold("more LDUSDT would not count as margin"));
    assertThat(
            low.strategy.propose(
                low.now(), new Transferable(Direction.EARN_TO_FUTURE, Usdt.ZERO, FULL)))
        .isEqualTo(new Hold("nothing is transferable in the needed direction"));
    Plant high = new Plant(GAINS, "900");
    high.held = Usdt.ZERO;
    assertThat(
            high.strategy.propose(
                high.now(), new Transferable(Direction.FUTURE_TO_EARN, Usdt.of(5), FULL)))
        .isEqualTo(new Hold("no LDUSDT in Futures can go back without passing the setpoint"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "setpoint | 1000.1x | setpoint: 1000.1x must not be above 1000x",
        "dead-band | 0x | dead-band: must be more than 0x, or every tick would move",
        "dead-band | 1.95x | dead-band: setpoint less dead-band is 1.05x and must be above 1.05x, where the exchange liquidates",
        "proportional | 0% | proportional: must be more than 0%",
        "integral | 0% | integral: must be more than 0%",
        "integral | 51% | integral: with proportional it must not be more than 100%, or a move overshoots at once",
        "max-step | 0x | max-step: 0x must be more than 0x and at most 1000x",
      })
  void saysInOneLineWhichValueIsWrong(String name, String text, String message) {
    assertThatThrownBy(() -> strategy(with(name, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"1 2", "1 2 3 4", "x 2 3", "1 2 -3"})
  void refusesAMemoryThatIsNone(String text) {
    assertThatThrownBy(() -> FACTORY.recall(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
