package ballast.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The leases that one open journal has taken, and the fence that follows from them: nothing of an
 * account is written but in one transaction with a renewal that meets the epoch this journal took.
 * One thread at a time.
 */
final class Leases {
  private final String owner;

  /** An embedded database is this process's alone, so whoever had a lease before is gone. */
  private final boolean alone;

  private final Map<String, Long> epochs = new HashMap<>();
  private final Map<String, Long> uncommitted = new HashMap<>();

  /**
   * @param owner process and host
   * @param alone whether no other process can have the database open
   */
  Leases(String owner, boolean alone) {
    this.owner = owner;
    this.alone = alone;
  }

  Optional<Lease> find(Session session, AccountTable.Stored account) {
    return LeaseTable.find(session, account.id()).map(stored -> seen(account, stored));
  }

  private Lease seen(AccountTable.Stored account, LeaseTable.Stored stored) {
    boolean here = stored.epoch() == epoch(account) && stored.owner().equals(owner);
    return new Lease(
        account.name(),
        stored.owner(),
        stored.epoch(),
        stored.expiresMillis(),
        here,
        stored.ranOut() || (alone && !here));
  }

  private long epoch(AccountTable.Stored account) {
    return uncommitted.getOrDefault(account.name(), epochs.getOrDefault(account.name(), 0L));
  }

  /**
   * Takes an account that is locked, or keeps it.
   *
   * @throws HeldElsewhereException when another engine has it
   */
  void take(Session session, AccountTable.Stored account) {
    Optional<Lease> lease = find(session, account);
    if (lease.isEmpty()) {
      uncommitted.put(account.name(), LeaseTable.insert(session, account.id(), owner));
    } else if (lease.get().here()) {
      fence(session, account);
    } else if (lease.get().over()
        && LeaseTable.take(session, account.id(), lease.get().epoch(), owner)) {
      uncommitted.put(account.name(), lease.get().epoch() + 1);
    } else {
      throw new HeldElsewhereException(lease.get());
    }
  }

  /**
   * Renews the lease on an account that is locked; takes it when this journal never had it.
   *
   * @throws HeldElsewhereException when it was taken since, or another engine has it
   */
  void fence(Session session, AccountTable.Stored account) {
    long epoch = epoch(account);
    if (epoch == 0) {
      take(session, account);
    } else if (!LeaseTable.renew(session, account.id(), owner, epoch)) {
      throw new HeldElsewhereException(find(session, account).orElseThrow());
    }
  }

  /** What was taken lasts. */
  void committed() {
    epochs.putAll(uncommitted);
    uncommitted.clear();
  }

  void undone() {
    uncommitted.clear();
  }

  boolean hasAny() {
    return !epochs.isEmpty();
  }

  /** Gives back whatever is still this journal's. */
  void giveBack(Session session) {
    epochs.forEach(
        (account, epoch) ->
            AccountTable.find(session, account)
                .ifPresent(found -> LeaseTable.giveBack(session, found.id(), owner, epoch)));
    epochs.clear();
  }
}
