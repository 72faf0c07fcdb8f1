package ballast.decide;

import static ballast.strategy.Direction.EARN_TO_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Hold;
import ballast.strategy.Memory;
import ballast.strategy.Need;
import ballast.strategy.Proposal;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.io.IOError;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  @SuppressWarnings("InfiniteRecursion") // that is the fault
  private static Need endless() {
    return endless() instanceof Hold hold ? hold : EARN_TO_FUTURE;
  }

  private static Scripted throwing(Error error) {
    return new Scripted(
        () -> Memory.NONE,
        () -> {
          throw error;
        },
        () -> new Hold("no"));
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
        new Fault(new Scripted(memory, need, stale()), stale),
        new Fault(
            new Scripted(memory, PluginFaultTest::endless, proposal), "StackOverflowError: null"),
        new Fault(
            throwing(new AssertionError("a band of no width")),
            "AssertionError: a band of no width"),
        new Fault(throwing(new IOError(new IOException("x"))), "IOError: java.io.IOException: x"));
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

  static Stream<Fault> differingFaults() {
    return Stream.of(
        new Fault(
            throwing(new AssertionError("expected java.lang.Object@1b2c3d but was [I@7f00aa12")),
            "AssertionError: expected java.lang.Object but was [I"),
        new Fault(
            throwing(new LinkageError("loader 'app' and loader a.Loader @4e50df2e differ")),
            "LinkageError: loader 'app' and loader a.Loader differ"),
        new Fault(
            throwing(new AssertionError("a.Band$$Lambda$14/0x0000000800c03000@1b2c3d")),
            "AssertionError: a.Band$$Lambda"),
        new Fault(
            throwing(new AssertionError("a.Band$$Lambda/0x0000000800c03000@1b2c3d is not a@b")),
            "AssertionError: a.Band$$Lambda is not a"),
        new Fault(
            throwing(new ExceptionInInitializerError(new IllegalStateException("once"))),
            "ExceptionInInitializerError"),
        new Fault(
            throwing(new NoClassDefFoundError("Could not initialize class a.Band")),
            "ExceptionInInitializerError"),
        new Fault(throwing(new NoClassDefFoundError("a/Band")), "NoClassDefFoundError: a/Band"));
  }

  @ParameterizedTest
  @MethodSource("differingFaults")
  void recordsNothingThatDiffersFromOneProcessToAnother(Fault fault) {
    assertThat(new Decider(fault.strategy(), Samples.LIMITS).decide(Samples.facts("150000")))
        .extracting(Decision::reason)
        .isEqualTo(fault.reason());
  }

  @Test
  void decidesNothingWhenJavaItselfFails() {
    Decider decider = new Decider(throwing(new InternalError("a fault")), Samples.LIMITS);
    assertThatThrownBy(() -> decider.asks(Samples.situation("150000"), Samples.GOOD))
        .isInstanceOf(InternalError.class);
    assertThatThrownBy(() -> decider.decide(Samples.facts("150000")))
        .isInstanceOf(InternalError.class);
  }
}
