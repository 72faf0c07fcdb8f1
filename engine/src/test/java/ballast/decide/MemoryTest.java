package ballast.decide;

import static ballast.strategy.Direction.EARN_TO_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A strategy that moves at every third tick: what it counts must survive as text. */
class MemoryTest {
  private static final StrategyFactory FACTORY = new EveryThird();
  private static final Decider DECIDER =
      new Decider(FACTORY.create(Parameters.of(List.of(), Map.of())), Samples.LIMITS);

  @Test
  void carriesAMemoryFromTickToTickAsText() {
    List<Decision> decisions = ticks(9);
    assertThat(decisions)
        .extracting(decision -> decision.memory().text())
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(decisions)
        .extracting(Decision::kind)
        .containsSubsequence(Decision.Kind.HOLD, Decision.Kind.MOVE, Decision.Kind.HOLD);
    assertThat(decisions).filteredOn(it -> it.kind() == Decision.Kind.MOVE).hasSize(3);
  }

  @Test
  void takesAnySingleDecisionAgainFromItsRecordedText() {
    for (Decision recorded : ticks(9)) {
      Facts facts = recorded.facts();
      Facts recalled =
          new Facts(
              at(FACTORY.recall(facts.situation().memory().text())),
              facts.standing(),
              facts.transferable());
      Decision again = DECIDER.decide(recalled);
      assertThat(again).isEqualTo(recorded);
      assertThat(again.canonical()).isEqualTo(recorded.canonical());
    }
  }

  @Test
  void remembersARefusedTickToo() {
    Decision refused =
        DECIDER.decide(new Facts(at(new Count(2)), Samples.open(7), Optional.empty()));
    assertThat(refused.kind()).isEqualTo(Decision.Kind.REFUSED);
    assertThat(refused.memory()).isEqualTo(new Count(3));
  }

  private static List<Decision> ticks(int count) {
    List<Decision> decisions = new ArrayList<>();
    String text = "";
    for (int i = 0; i < count; i++) {
      Situation.Recorded situation = at(FACTORY.recall(text));
      Optional<Transferable> transferable =
          DECIDER
              .asks(situation, Samples.GOOD)
              .map(direction -> Samples.transferable(direction, "100"));
      Decision decision = DECIDER.decide(new Facts(situation, Samples.GOOD, transferable));
      decisions.add(decision);
      text = decision.memory().text();
    }
    return decisions;
  }

  private static Situation.Recorded at(Memory memory) {
    Situation.Recorded now = Samples.situation("150000");
    return new Situation.Recorded(
        now.nowMillis(),
        now.equityE8(),
        now.maintenanceMarginE8(),
        now.ldusdtInFuturesE8(),
        now.lastMoveMillis(),
        memory);
  }

  private record Count(long ticks) implements Memory {
    static long of(Memory memory) {
      return memory instanceof Count count ? count.ticks() : 0;
    }

    @Override
    public String text() {
      return Long.toString(ticks);
    }
  }

  private record Counting() implements Strategy {
    private static final Hold NOT_YET = new Hold("not the third tick");

    @Override
    public Memory remember(Situation situation) {
      return new Count(Count.of(situation.memory()) + 1);
    }

    @Override
    public Need need(Situation situation) {
      return Count.of(situation.memory()) % 3 == 2 ? EARN_TO_FUTURE : NOT_YET;
    }

    @Override
    public Proposal propose(Situation situation, Transferable transferable) {
      return new Move(Usdt.of(100), "the third tick");
    }
  }

  private static final class EveryThird implements StrategyFactory {
    @Override
    public String name() {
      return "every-third";
    }

    @Override
    public String summary() {
      return "Moves at every third tick.";
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
      return new Counting();
    }

    @Override
    public Memory recall(String text) {
      return text.isEmpty() ? Memory.NONE : new Count(Long.parseLong(text));
    }
  }
}
