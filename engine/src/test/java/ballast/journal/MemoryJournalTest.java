package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import org.junit.jupiter.api.Test;

/** The journal in memory. */
class MemoryJournalTest extends JournalContractTest {
  @Override
  Journal empty() {
    return new MemoryJournal();
  }

  @Test
  void aCrashLosesWhatSharedACommitAndNothingElse() {
    MemoryJournal journal = new MemoryJournal();
    long policy = journal.adopt("main", Ticks.POLICY, Ticks.START);
    AccountSnapshot snapshot = Ticks.account(Ticks.START, "2.5");
    Decision decision = Ticks.decide(Ticks.POLICY, snapshot, journal.books("main", Ticks.START));
    journal.record("main", policy, snapshot, decision);
    journal.flush();
    journal.record("main", policy, snapshot, decision);
    journal.crash();
    assertThat(journal.reader().check().links()).isEqualTo(1);
  }
}
