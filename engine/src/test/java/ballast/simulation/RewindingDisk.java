package ballast.simulation;

import ballast.decide.Decision;
import ballast.journal.ForeignMove;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.MemoryJournal;
import ballast.journal.OperatorAct;
import ballast.journal.Policy;
import ballast.strategy.AccountSnapshot;
import ballast.venue.Holdings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A disk that acknowledges some states of an intent before they are on it. A crash loses what came
 * after the last state that it did write.
 */
final class RewindingDisk implements Disk {
  private final Set<IntentState> unsynced;
  private final List<Consumer<Journal>> written = new ArrayList<>();
  private final List<Consumer<Journal>> cached = new ArrayList<>();
  private Journal journal = new MemoryJournal();

  RewindingDisk(Set<IntentState> unsynced) {
    this.unsynced = unsynced;
  }

  @Override
  public Journal open(LongSupplier nanoTime) {
    return new Cached(journal);
  }

  @Override
  public void crash() {
    cached.clear();
    journal = new MemoryJournal();
    written.forEach(step -> step.accept(journal));
  }

  private void cache(Consumer<Journal> step) {
    cached.add(step);
  }

  private void sync() {
    written.addAll(cached);
    cached.clear();
  }

  private final class Cached extends ForwardingJournal {
    Cached(Journal journal) {
      super(journal);
    }

    @Override
    public long adopt(String account, Policy policy, long atMillis) {
      cache(on -> on.adopt(account, policy, atMillis));
      sync();
      return super.adopt(account, policy, atMillis);
    }

    @Override
    public long record(String account, long policy, AccountSnapshot snapshot, Decision decision) {
      long sequence = super.record(account, policy, snapshot, decision);
      cache(on -> on.record(account, policy, snapshot, decision));
      return sequence;
    }

    @Override
    public Intent intend(
        String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before) {
      Intent intent = super.intend(account, policy, snapshot, decision, before);
      cache(on -> on.intend(account, policy, snapshot, decision, before));
      syncUnless(IntentState.INTENT);
      return intent;
    }

    @Override
    public Intent advance(Intent intent, IntentState state, long atMillis, String detail) {
      Intent now = super.advance(intent, state, atMillis, detail);
      cache(on -> on.advance(intent, state, atMillis, detail));
      syncUnless(state);
      return now;
    }

    @Override
    public void foreign(ForeignMove move) {
      super.foreign(move);
      cache(on -> on.foreign(move));
      sync();
    }

    @Override
    public void act(OperatorAct act) {
      super.act(act);
      cache(on -> on.act(act));
      sync();
    }

    private void syncUnless(IntentState state) {
      if (!unsynced.contains(state)) {
        sync();
      }
    }
  }
}
