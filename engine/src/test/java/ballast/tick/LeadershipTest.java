package ballast.tick;

import static ballast.tick.MarchAccount.DRY_RUN;
import static ballast.tick.MarchAccount.HOLDS;
import static ballast.tick.MarchAccount.LIMITS;
import static ballast.tick.MarchAccount.MOVES_AT_ONCE;
import static ballast.tick.MarchAccount.decision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Limits;
import ballast.decide.Rule;
import ballast.journal.Journal;
import ballast.journal.Lease;
import ballast.journal.MemoryJournal;
import ballast.notify.TickReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of the engines that share a journal keeps an account. */
class LeadershipTest {
  private final MarchAccount account = new MarchAccount();
  private final MemoryJournal journal = new MemoryJournal("one", account.clock);
  private final MemoryJournal other = journal.openedBy("other", account.clock);

  private Tick tick(Journal books, Map<String, String> band, Limits limits) {
    return account.tick(
        Assigned.toTargetBand("main", band, limits), account.venue(), books, account.told::add);
  }

  @Test
  void aDryRunNeverTakesTheAccountOfALiveEngine() {
    Tick live = tick(journal, HOLDS, LIMITS);
    Tick dryRun = tick(other, MOVES_AT_ONCE, DRY_RUN);
    live.run();
    assertThat(dryRun.run()).as("its lease stands").isInstanceOf(TickReport.StoodBy.class);
    account.clock.advance(Lease.LENGTH.plusMinutes(1));
    assertThat(dryRun.run()).as("it ran out").isInstanceOf(TickReport.StoodBy.class);
    journal.close();
    assertThat(dryRun.run()).as("it was given back").isInstanceOf(TickReport.StoodBy.class);
    tick(journal.openedBy("restarted", account.clock), MOVES_AT_ONCE, LIMITS).run();
    assertThat(account.ledger()).as("the rescue").hasSize(1);
  }

  @Test
  void aLiveEngineTakesTheAccountOfADryRunForGood() {
    Tick dryRun = tick(other, MOVES_AT_ONCE, DRY_RUN);
    assertThat(decision(dryRun.run()).rule()).contains(Rule.DRY_RUN);
    Tick live = tick(journal, MOVES_AT_ONCE, LIMITS);
    assertThat(live.run()).isInstanceOf(TickReport.StoodBy.class);
    account.clock.advance(Lease.LENGTH.plusMinutes(1));
    live.run();
    assertThat(account.ledger()).hasSize(1);
    account.clock.advance(Lease.LENGTH.plusMinutes(1));
    assertThat(dryRun.run()).isInstanceOf(TickReport.StoodBy.class);
  }

  @Test
  void aDryRunTakesTheAccountOfADryRun() {
    tick(journal, HOLDS, DRY_RUN).run();
    journal.close();
    assertThat(tick(other, HOLDS, DRY_RUN).run()).isInstanceOf(TickReport.Decided.class);
  }
}
