package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.journal.Journal;
import ballast.journal.MemoryJournal;
import ballast.journal.OperatorAct;
import ballast.journal.Ticks;
import ballast.strategy.Direction;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is refused, by the commands and by the dashboard alike. */
class OperatorActsTest {
  private static final String MAIN = "main";
  private static final String RESTORED = "restored from one.backup, by ballast";

  private final Journal journal = new MemoryJournal();
  private final AtomicLong now = new AtomicLong(Ticks.START);
  private final OperatorActs acts = new OperatorActs(journal, now::get);

  @BeforeEach
  void restore() {
    journal.adopt(MAIN, Ticks.POLICY, now.get());
    journal.act(
        new OperatorAct(MAIN, now.get(), OperatorAct.Kind.PAUSE, Optional.empty(), 0, RESTORED));
    pass(Duration.ofMinutes(1));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toMillis());
  }

  @Test
  void aPauseAfterARestoreDoesNotLiftItsHold() {
    assertThat(acts.pause(MAIN, Optional.empty(), "to be sure")).isEmpty();
    assertThat(acts.resume(MAIN, Optional.empty(), "both balances compared"))
        .hasValueSatisfying(
            why -> assertThat(why).contains("main was " + RESTORED, "cannot be resumed before"));
    pass(Duration.ofMinutes(12));
    assertThat(acts.resume(MAIN, Optional.empty(), ""))
        .hasValueSatisfying(why -> assertThat(why).contains("main was " + RESTORED, "--reason"));
    assertThat(journal.books(MAIN, now.get()).paused()).hasSize(2);
    assertThat(acts.resume(MAIN, Optional.empty(), "both balances compared")).isEmpty();
    assertThat(journal.books(MAIN, now.get()).paused()).isEmpty();
  }

  @Test
  void aRestoreThatWasResumedHoldsNothingPausedLater() {
    pass(Duration.ofMinutes(12));
    assertThat(acts.resume(MAIN, Optional.empty(), "both balances compared")).isEmpty();
    assertThat(acts.pause(MAIN, Optional.of(Direction.FUTURE_TO_EARN), "")).isEmpty();
    assertThat(acts.resume(MAIN, Optional.empty(), "")).isEmpty();
  }
}
