package ballast.decide;

import static ballast.strategy.Direction.EARN_TO_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.strategy.Hold;
import ballast.strategy.Memory;
import ballast.strategy.Need;
import ballast.strategy.Proposal;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plugin may do wrong: the tick is recorded as a refusal, and nothing escapes. */
class PluginFaultTest {
  record Fault(Scripted strategy, String reason) {}

  record Scripted(Supplier<Memory> memory, Supplier<Need> need, Supplier<Proposal> proposal)
      implements Strategy {
    @Override
    public Memory remember(Situation situation) {
      return memory.get();
    }

    @Override
    public Need need(Situation situation) {
      return need.get();
    }

    @Override
    public Proposal propose(Situation situation, Transferable transferable) {
      return proposal.get();
    }
  }

  @SuppressWarnings("UnnecessaryLambda")
  private static <T> Supplier<T> stale() {
    return () -> {
      throw new NoSuchMethodError("Situation.gone()");
    };
  }

  /** A plugin's author need not run NullAway. */
  @SuppressWarnings({"NullAway", "UnnecessaryLambda"})
  private static <T> Supplier<T> nothing() {
    return () -> null;
  }

  static Stream<Fault> faults() {
    Supplier<Memory> memory = () -> Memory.NONE;
    Supplier<Need> need = () -> EARN_TO_FUTURE;
    Supplier<Proposal> proposal = () -> new Hold("no");
    String stale = "NoSuchMethodError: Situation.gone()";
    return Stream.of(
        new Fault(
            new Scripted(nothing(), need, proposal),
            "NullPointerException: the strategy remembered null"),
        new Fault(
            new Scripted(memory, nothing(), proposal),
            "NullPointerException: the strategy needed null"),
        new Fault(
            new Scripted(memory, need, nothing()),
            "NullPointerException: the strategy proposed null"),
        new Fault(new Scripted(stale(), need, proposal), stale),
        new Fault(new Scripted(memory, stale(), proposal), stale),
        new Fault(new Scripted(memory, need, stale()), stale));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refusesAndRecords(Fault fault) {
    Decider decider = new Decider(fault.strategy(), Samples.LIMITS);
    Facts facts =
        decider
            .asks(Samples.situation("150000"), Samples.GOOD)
            .map(direction -> Samples.facts("150000", direction, "100"))
            .orElse(Samples.facts("150000"));
    Decision decision = decider.decide(facts);
    assertThat(decision.rule()).contains(Rule.STRATEGY_FAULT);
    assertThat(decision.reason()).isEqualTo(fault.reason());
    assertThat(decision.amount()).isEqualTo(Usdt.ZERO);
    assertThat(decision.memory()).isEqualTo(Memory.NONE);
  }
}
