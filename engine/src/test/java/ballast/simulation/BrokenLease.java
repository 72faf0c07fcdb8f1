package ballast.simulation;

import ballast.decide.Decision;
import ballast.journal.ForeignMove;
import ballast.journal.HeldElsewhereException;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.Lease;
import ballast.journal.MemoryJournal;
import ballast.journal.Policy;
import ballast.strategy.AccountSnapshot;
import ballast.venue.Holdings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Leases that are taken from an engine and do not stop it. */
final class BrokenLease {
  private BrokenLease() {}

  /** Once it had the lease it always has, to its own mind. */
  static class Ignored extends ForwardingJournal {
    private boolean adopted;

    Ignored(Journal journal) {
      super(journal);
    }

    @Override
    public long adopt(String account, Policy policy, long atMillis) {
      long id = super.adopt(account, policy, atMillis);
      adopted = true;
      return id;
    }

    @Override
    public Optional<Lease> lease(String account) {
      Optional<Lease> lease = super.lease(account);
      return adopted ? lease.map(Ignored::asIfHeld) : lease;
    }

    private static Lease asIfHeld(Lease lease) {
      return new Lease(
          lease.account(), lease.owner(), lease.epoch(), lease.untilMillis(), true, false);
    }
  }

  /** A journal that also takes what is written without the lease. */
  static final class DiskWithoutFence implements Disk {
    private final SimulatedClock clock;
    private final MemoryJournal journal;
    private int opened;

    DiskWithoutFence(SimulatedClock clock) {
      this.clock = clock;
      this.journal = new MemoryJournal("nobody", clock.trueTime());
    }

    @Override
    public Journal open(LongSupplier nanoTime) {
      opened++;
      return new Unfenced(journal.openedBy("engine " + opened, clock.trueTime()), clock);
    }

    @Override
    public void crash() {
      journal.crash();
    }
  }

  /** What is refused is written by a thief, to whom every lease seems to have run out. */
  private static final class Unfenced extends Ignored {
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final MemoryJournal journal;
    private final SimulatedClock clock;
    private long aheadMillis;

    Unfenced(MemoryJournal journal, SimulatedClock clock) {
      super(journal);
      this.journal = journal;
      this.clock = clock;
    }

    private <T> T anyway(Function<Journal, T> write) {
      try {
        return write.apply(journal);
      } catch (HeldElsewhereException e) {
        aheadMillis = DAY_MILLIS;
        try (Journal thief =
            journal.openedBy(
                "thief", () -> Instant.ofEpochMilli(clock.trueMillis() + aheadMillis))) {
          T written = write.apply(thief);
          aheadMillis = 0;
          return written;
        }
      }
    }

    @Override
    public long record(String account, long policy, AccountSnapshot snapshot, Decision decision) {
      return anyway(on -> on.record(account, policy, snapshot, decision));
    }

    @Override
    public long skip(String account, long policy, long atMillis, String reason) {
      return anyway(on -> on.skip(account, policy, atMillis, reason));
    }

    @Override
    public Intent intend(
        String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before) {
      return anyway(on -> on.intend(account, policy, snapshot, decision, before));
    }

    @Override
    public Intent advance(Intent intent, IntentState state, long atMillis, String detail) {
      return anyway(on -> on.advance(intent, state, atMillis, detail));
    }

    @Override
    public void foreign(ForeignMove move) {
      anyway(
          on -> {
            on.foreign(move);
            return 0;
          });
    }
  }
}
