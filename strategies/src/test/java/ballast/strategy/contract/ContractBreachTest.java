package ballast.strategy.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Direction;
import ballast.strategy.Hold;
import ballast.strategy.Memory;
import ballast.strategy.Need;
import ballast.strategy.Parameter;
import ballast.strategy.Parameters;
import ballast.strategy.Proposal;
import ballast.strategy.Proposal.Move;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract notices every way of breaking it, and says by which seed. */
class ContractBreachTest {
  private static final Hold CALM = new Hold("calm");

  /** What a sound strategy needs and proposes; each breach replaces one answer. */
  private static Need needs(Situation now) {
    return now.equityE8() < now.maintenanceMarginE8() ? Direction.EARN_TO_FUTURE : CALM;
  }

  private static Proposal movesOne(Situation ignored, Transferable transferable) {
    Usdt amount = Usdt.of(1).min(transferable.amount());
    return amount.isPositive() ? new Move(amount, "one at a time") : CALM;
  }

  record Breach(String said, Supplied strategy, Function<String, Memory> recall) {
    static Breach of(String said, Supplied strategy) {
      return new Breach(said, strategy, text -> new Note(text));
    }
  }

  record Note(String text) implements Memory {}

  /** Makes the strategy anew for each instance, so that instances can differ. */
  interface Supplied {
    Strategy make();
  }

  record Scripted(
      Function<Situation, Memory> memory,
      Function<Situation, Need> need,
      BiFunction<Situation, Transferable, Proposal> proposal)
      implements Strategy {
    @Override
    public Memory remember(Situation situation) {
      return memory.apply(situation);
    }

    @Override
    public Need need(Situation situation) {
      return need.apply(situation);
    }

    @Override
    public Proposal propose(Situation situation, Transferable transferable) {
      return proposal.apply(situation, transferable);
    }
  }

  private static Supplied needing(Function<Situation, Need> need) {
    return () -> new Scripted(Situation::memory, need, ContractBreachTest::movesOne);
  }

  private static Supplied proposing(BiFunction<Situation, Transferable, Proposal> proposal) {
    return () -> new Scripted(Situation::memory, ContractBreachTest::needs, proposal);
  }

  private static Supplied remembering(Function<Situation, Memory> memory) {
    return () -> new Scripted(memory, ContractBreachTest::needs, ContractBreachTest::movesOne);
  }

  /** Another answer from each instance, or from each call. */
  private static final class Counter {
    private static int instances;
    private final int instance = instances++;
    private int calls;
  }

  static Stream<Breach> breaches() {
    return Stream.of(
        Breach.of(
            "it threw java.lang.ArithmeticException",
            needing(
                now ->
                    Math.multiplyExact(now.equityE8(), 2) < now.maintenanceMarginE8()
                        ? Direction.EARN_TO_FUTURE
                        : CALM)),
        Breach.of("it makes a new Hold each time", needing(now -> new Hold("calm"))),
        Breach.of("a reason is not one line", needing(now -> new Hold("calm\nforged=1"))),
        Breach.of(
            "it needs otherwise the second time",
            () -> {
              Counter counter = new Counter();
              return new Scripted(
                  Situation::memory,
                  now -> counter.calls++ % 2 == 0 ? CALM : Direction.EARN_TO_FUTURE,
                  ContractBreachTest::movesOne);
            }),
        Breach.of(
            "another instance needs otherwise",
            () -> {
              Counter counter = new Counter();
              return new Scripted(
                  Situation::memory,
                  now -> counter.instance % 2 == 0 ? CALM : Direction.EARN_TO_FUTURE,
                  ContractBreachTest::movesOne);
            }),
        Breach.of(
            "transferable",
            proposing(
                (now, transferable) ->
                    new Move(transferable.amount().plus(new Usdt(1)), "all and more"))),
        Breach.of(
            "it moves 1 of 0 transferable",
            proposing(
                (now, transferable) ->
                    transferable.amount().isPositive() ? CALM : new Move(Usdt.of(1), "one"))),
        Breach.of(
            "does not propose it where all of it can be moved",
            proposing((now, transferable) -> CALM)),
        Breach.of(
            "another instance proposes otherwise",
            () -> {
              Counter counter = new Counter();
              return new Scripted(
                  Situation::memory,
                  ContractBreachTest::needs,
                  (now, transferable) ->
                      counter.instance % 2 == 0 ? CALM : movesOne(now, transferable));
            }),
        Breach.of(
            "makes it move right back",
            needing(
                now ->
                    now.lastMoveMillis() == now.nowMillis() - 30_000
                        ? Direction.FUTURE_TO_EARN
                        : Direction.EARN_TO_FUTURE)),
        Breach.of("its memory is not one line", remembering(now -> new Note("1\n2"))),
        Breach.of(
            "is recalled as another one",
            remembering(
                now ->
                    new Memory() {
                      @Override
                      public String text() {
                        return "anonymous";
                      }
                    })),
        new Breach(
            "is recalled as another text",
            remembering(now -> new Rounded(now.equityE8())),
            text -> text.isEmpty() ? Memory.NONE : new Rounded(Long.parseLong(text))),
        Breach.of(
            "it remembers otherwise the second time",
            () -> {
              Counter counter = new Counter();
              return new Scripted(
                  now -> new Note("" + counter.calls++),
                  ContractBreachTest::needs,
                  ContractBreachTest::movesOne);
            }),
        Breach.of(
            "another instance remembers otherwise",
            () -> {
              Counter counter = new Counter();
              return new Scripted(
                  now -> new Note("" + counter.instance),
                  ContractBreachTest::needs,
                  ContractBreachTest::movesOne);
            }));
  }

  /** Equal to every other of its kind, whatever its text. */
  private record Rounded(long value) implements Memory {
    @Override
    public String text() {
      return Long.toString(value / 10 * 10 + 1);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Rounded;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void namesTheBreachAndTheSeed(Breach breach) {
    StrategyContract contract =
        StrategyContract.of(new Factory(breach.strategy(), breach.recall())).from(7);
    assertThatThrownBy(contract::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("strategy scripted, seed 7, situation ")
        .hasMessageContaining(breach.said());
  }

  @Test
  void passesWhatKeepsIt() {
    StrategyContract contract = contract();
    assertThatCode(contract::check).doesNotThrowAnyException();
  }

  @Test
  void demandsAHoldWhereItMust() {
    assertThatThrownBy(contract().holdingWhere(now -> now.equityE8() < 0)::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("it needs EARN_TO_FUTURE where it must hold");
    assertThatThrownBy(contract().holdingWhere(now -> false)::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("only 0 of 1000 situations are such that it must hold, seed 7");
  }

  private static StrategyContract contract() {
    Factory sound = new Factory(needing(ContractBreachTest::needs), text -> new Note(text));
    return StrategyContract.of(sound).from(7).over(1000);
  }

  private record Factory(Supplied strategy, Function<String, Memory> reader)
      implements StrategyFactory {
    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public String summary() {
      return "Breaks one rule.";
    }

    @Override
    public String source() {
      return "a test";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public Strategy create(Parameters parameters) {
      return strategy.make();
    }

    @Override
    public Memory recall(String text) {
      return reader.apply(text);
    }
  }
}
