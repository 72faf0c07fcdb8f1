package ballast.journal;

import ballast.alert.Delivery;
import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A journal in memory, for tests and simulations: the same rules, rows, leases and hashes as {@link
 * SqlJournal}, and {@link #crash} loses what a real one may lose. Hashes are worked out when the
 * chains are checked, so that recording costs little. Safe for several threads.
 */
public final class MemoryJournal implements Journal {
  private final MemoryStore store;
  private final String owner;
  private final InstantSource clock;
  private final Map<String, Long> epochs = new HashMap<>();

  /** A new journal that one engine has for itself, so that time does not matter to its leases. */
  public MemoryJournal() {
    this("the one engine", () -> Instant.EPOCH);
  }

  /**
   * A new journal, as one engine opens it.
   *
   * @param owner what the engine is called
   * @param clock the database's, by which leases run out
   */
  public MemoryJournal(String owner, InstantSource clock) {
    this(new MemoryStore(), owner, clock);
  }

  private MemoryJournal(MemoryStore store, String owner, InstantSource clock) {
    this.store = store;
    this.owner = owner;
    this.clock = clock;
  }

  /** The same journal as another engine opens it, which has taken no lease yet. */
  public MemoryJournal openedBy(String another, InstantSource clockOfTheirs) {
    return new MemoryJournal(store, another, clockOfTheirs);
  }

  @Override
  public Optional<String> bind(String account, AccountKey key, long atMillis) {
    return store.bind(account, key);
  }

  @Override
  public long adopt(String account, Policy policy, long atMillis) {
    synchronized (store) {
      take(account);
      return store.adopt(account, policy, atMillis);
    }
  }

  private void take(String account) {
    Optional<Lease> lease = lease(account);
    if (lease.isPresent() && !lease.get().here() && !lease.get().over()) {
      throw new HeldElsewhereException(lease.get());
    }
    long before = lease.map(Lease::epoch).orElse(0L);
    long epoch = lease.isPresent() && lease.get().here() ? before : before + 1;
    epochs.put(account, epoch);
    renew(account, epoch);
  }

  private void renew(String account, long epoch) {
    store.leases.put(
        account, new MemoryStore.Kept(owner, epoch, clock.millis() + Lease.LENGTH.toMillis()));
  }

  private void fence(String account) {
    Long epoch = epochs.get(account);
    MemoryStore.Kept kept = store.leases.get(account);
    if (epoch == null || kept == null) {
      take(account);
    } else if (kept.epoch() == epoch) {
      renew(account, epoch);
    } else {
      throw new HeldElsewhereException(seen(account, kept));
    }
  }

  @Override
  public Optional<Lease> lease(String account) {
    synchronized (store) {
      return Optional.ofNullable(store.leases.get(account)).map(kept -> seen(account, kept));
    }
  }

  @Override
  public Optional<String> forbidsDryRun(String account) {
    synchronized (store) {
      return lease(account)
          .flatMap(lease -> Rulebook.forbidsDryRun(lease, store.adopted(account).limits()));
    }
  }

  private Lease seen(String account, MemoryStore.Kept kept) {
    return new Lease(
        account,
        kept.owner(),
        kept.epoch(),
        kept.untilMillis(),
        epochs.getOrDefault(account, 0L) == kept.epoch(),
        kept.untilMillis() <= clock.millis());
  }

  @Override
  public Books books(String account, long nowMillis) {
    return store.books(account, nowMillis);
  }

  @Override
  public long record(String account, long policy, AccountSnapshot snapshot, Decision decision) {
    synchronized (store) {
      fence(account);
      return store.record(account, policy, snapshot, decision);
    }
  }

  @Override
  public long skip(String account, long policy, long atMillis, String reason) {
    synchronized (store) {
      fence(account);
      return store.skip(account, policy, atMillis, reason);
    }
  }

  @Override
  public Intent intend(
      String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before) {
    synchronized (store) {
      fence(account);
      return store.intend(account, policy, snapshot, decision, before);
    }
  }

  @Override
  public Intent advance(Intent intent, IntentState state, long atMillis, String detail) {
    synchronized (store) {
      fence(intent.account());
      return store.advance(intent, state, atMillis, detail);
    }
  }

  @Override
  public void call(String account, ApiCall call) {
    store.call(account, call);
  }

  @Override
  public void act(OperatorAct act) {
    store.act(act);
  }

  @Override
  public void foreign(ForeignMove move) {
    synchronized (store) {
      fence(move.account());
      store.foreign(move);
    }
  }

  @Override
  public void told(Delivery delivery) {
    store.told(delivery);
  }

  @Override
  public void flush() {
    store.flush();
  }

  /** Loses what still shared a commit, as a process does that is killed. */
  public void crash() {
    store.crash();
  }

  @Override
  public JournalReader reader() {
    return new MemoryReader(store);
  }

  @Override
  public void close() {
    synchronized (store) {
      store.flush();
      epochs.forEach(
          (account, epoch) ->
              store.leases.computeIfPresent(
                  account,
                  (any, kept) ->
                      kept.epoch() == epoch
                          ? new MemoryStore.Kept(owner, epoch, clock.millis())
                          : kept));
      epochs.clear();
    }
  }
}
