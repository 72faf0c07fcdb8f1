package ballast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Limits;
import ballast.paper.Scenario;
import ballast.strategy.Direction;
import ballast.strategy.Hold;
import ballast.strategy.Memory;
import ballast.strategy.Need;
import ballast.strategy.Proposal;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.Transferable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A strategy that wants to know the future, and what it gets to see of it. */
class NoLookAheadTest {
  private static final Scenario CRASH = Scenario.shipped("march-2020");
  private static final History HISTORY = History.of(CRASH, CRASH.tick());

  /** Keeps every view it is given and looks through all of them at every later call. */
  private static final class Peeping implements Strategy {
    private static final Hold NOTHING = new Hold("nothing to see");
    private final List<Situation> kept = new ArrayList<>();
    private long now = Long.MIN_VALUE;
    private long latestSeen = Long.MIN_VALUE;
    private int calls;

    @Override
    public Need need(Situation situation) {
      look(situation);
      return calls % 97 == 0 ? Direction.EARN_TO_FUTURE : NOTHING;
    }

    @Override
    public Proposal propose(Situation situation, Transferable transferable) {
      look(situation);
      return NOTHING;
    }

    @Override
    public Memory remember(Situation situation) {
      look(situation);
      return situation.memory();
    }

    private void look(Situation situation) {
      calls++;
      now = Math.max(now, situation.nowMillis());
      if (kept.isEmpty() || kept.get(kept.size() - 1) != situation) {
        kept.add(situation);
      }
      for (Situation each : kept.subList(Math.max(0, kept.size() - 50), kept.size())) {
        latestSeen = Math.max(latestSeen, each.nowMillis());
        assertThat(latestSeen).isLessThanOrEqualTo(now);
      }
    }
  }

  private static BacktestResult run(Strategy strategy, History history) {
    Limits limits = CRASH.demo().limits();
    return Backtest.of(strategy, Memory.NONE, limits, Execution.INSTANT, Ratio.parse("2"))
        .run(history);
  }

  @Test
  void aKeptViewNeverShowsALaterStep() {
    Peeping peeping = new Peeping();
    BacktestResult result = run(peeping, HISTORY);
    assertThat(peeping.calls).isGreaterThan(result.steps());
    assertThat(peeping.kept).hasSizeGreaterThan(10);
    assertThat(peeping.latestSeen).isEqualTo(HISTORY.timeMillis(result.steps() - 1));
  }

  @Test
  void aViewLeadsNowhereElse() {
    for (Class<?> view : List.of(Cursor.class, Situation.Recorded.class)) {
      assertThat(Modifier.isPublic(Cursor.class.getModifiers())).isFalse();
      assertThat(
              Arrays.stream(view.getDeclaredFields())
                  .filter(field -> !Modifier.isStatic(field.getModifiers()))
                  .map(field -> field.getType().getSimpleName()))
          .as("a cast or reflection on " + view.getSimpleName() + " finds numbers and the memory")
          .isSubsetOf("long", "Memory");
    }
  }

  /** Notes what it sees, step by step. */
  private static final class Noting implements Strategy {
    private static final Hold NOTHING = new Hold("nothing to do");
    private final List<String> seen = new ArrayList<>();

    @Override
    public Need need(Situation situation) {
      seen.add(situation.freeze().toString());
      return NOTHING;
    }

    @Override
    public Proposal propose(Situation situation, Transferable transferable) {
      return NOTHING;
    }
  }

  @Test
  void whatAStepShowsDoesNotDependOnWhatComesAfterIt() {
    Noting whole = new Noting();
    run(whole, HISTORY);
    for (int until : new int[] {1, 2, 500, 1_500}) {
      Noting part = new Noting();
      run(part, HISTORY.between(0, until));
      assertThat(part.seen).isEqualTo(whole.seen.subList(0, until));
    }
  }
}
