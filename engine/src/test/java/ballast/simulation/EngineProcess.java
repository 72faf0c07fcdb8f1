package ballast.simulation;

import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.journal.Lease;
import ballast.journal.OperatorAct;
import ballast.tick.Assignment;
import ballast.tick.Clocks;
import ballast.tick.Tick;
import ballast.venue.Venue;
import java.util.Optional;

/** One process of the real engine: it starts, ticks, dies, and starts again on the same disk. */
final class EngineProcess {
  private static final long LONGEST_DOWN_MILLIS = 20 * 60_000;
  private static final long LONGEST_HELD_MILLIS = 6 * 3_600_000;

  private final int number;
  private final Disk disk;
  private final Mutant mutant;
  private final SimulatedExchange exchange;
  private final SimulatedClock clock;
  private final Chance chance;
  private final Auditor auditor;
  private Journal journal;
  private Tick tick;
  private long downUntil;
  private long operatorComes = Long.MAX_VALUE;
  private long ticks;
  private long suspendedNanos;

  EngineProcess(
      int number,
      Disk disk,
      Mutant mutant,
      SimulatedExchange exchange,
      SimulatedClock clock,
      Chance chance,
      Auditor auditor) {
    this.number = number;
    this.disk = disk;
    this.mutant = mutant;
    this.exchange = exchange;
    this.clock = clock;
    this.chance = chance;
    this.auditor = auditor;
    this.journal = open();
    this.tick = start();
  }

  private Journal open() {
    return mutant.journal(new SimulatedJournal(disk.open(clock::nanos), exchange, chance, auditor));
  }

  private Tick start() {
    Venue venue =
        mutant.venue(new SimulatedVenue(number, exchange, clock, chance, auditor), journal, clock);
    return new Tick(
        new Assignment(Setup.ACCOUNT, Setup.POLICY, mutant.decider(), Setup::recall),
        venue,
        journal,
        report -> {},
        mutant.clocks(Clocks.ofMachine(clock, () -> clock.nanos() - suspendedNanos)));
  }

  /** The machine was suspended, which its monotonic clock does not see. */
  void suspended(long millis) {
    suspendedNanos += millis * 1_000_000;
  }

  /** Ticks, unless it is down. */
  void poke() {
    if (clock.trueMillis() < downUntil) {
      return;
    }
    ticks++;
    try {
      if (keepsTheAccount()) {
        operate();
      }
      tick.run();
    } catch (Crash crash) {
      restart();
    } catch (JournalException refused) {
      // the process lives on and the next tick finds the books as they are
    }
  }

  private boolean keepsTheAccount() {
    return journal.lease(Setup.ACCOUNT).filter(Lease::here).isPresent();
  }

  private void restart() {
    disk.crash();
    downUntil = clock.trueMillis() + chance.upTo(LONGEST_DOWN_MILLIS);
    journal = open();
    tick = start();
    auditor.found(books().open());
  }

  /** Hours after something waits for an operator, one looks at the exchange's own ledger. */
  private void operate() {
    Books books = journal.books(Setup.ACCOUNT, clock.millis());
    boolean held = books.open().map(Intent::state).filter(IntentState.HELD::equals).isPresent();
    if (!held && books.paused().isEmpty()) {
      return;
    }
    if (operatorComes == Long.MAX_VALUE) {
      operatorComes = clock.trueMillis() + chance.between(1, LONGEST_HELD_MILLIS);
    } else if (clock.trueMillis() >= operatorComes) {
      operatorComes = Long.MAX_VALUE;
      if (held) {
        resolve(books.open().orElseThrow());
      } else {
        act(OperatorAct.Kind.RESUME, 0);
      }
    }
  }

  private void resolve(Intent intent) {
    OperatorAct.Kind kind =
        exchange.executed(number, intent.id())
            ? OperatorAct.Kind.RESOLVE_APPLIED
            : OperatorAct.Kind.RESOLVE_NOT_APPLIED;
    act(kind, intent.id());
  }

  private void act(OperatorAct.Kind kind, long intent) {
    journal.act(
        new OperatorAct(
            Setup.ACCOUNT,
            clock.millis(),
            kind,
            Optional.empty(),
            intent,
            "seen in the exchange's ledger"));
  }

  /** True while an intent is open. */
  boolean isBusy() {
    return chance.stage() != Stage.NONE;
  }

  Books books() {
    return journal.books(Setup.ACCOUNT, clock.millis());
  }

  Journal journal() {
    return journal;
  }

  Auditor auditor() {
    return auditor;
  }

  int number() {
    return number;
  }

  long ticks() {
    return ticks;
  }
}
