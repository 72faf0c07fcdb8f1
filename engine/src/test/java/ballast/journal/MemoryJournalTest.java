package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

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
    KeptAccount account = KeptAccount.adopted(journal, "main");
    account.hold(Ticks.START);
    journal.flush();
    account.hold(Ticks.START);
    journal.crash();
    assertThat(journal.reader().check().links()).isEqualTo(1);
  }
}
