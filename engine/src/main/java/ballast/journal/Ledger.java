package ballast.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection, the heads of the chains it holds locked, and what is known of the tables. What it
 * appends becomes visible and lasting with {@link #commit}. One thread at a time.
 */
final class Ledger implements AutoCloseable {
  final Session session;
  final PhraseTable phrases;
  final PolicyTable policies = new PolicyTable();
  final SqlBooks books = new SqlBooks(policies);
  private final TickTable ticks;
  private final Dialect dialect;
  private final Leases leases;
  private final Set<String> fenced = new HashSet<>();
  private final Map<String, AccountTable.Stored> held = new HashMap<>();
  private final Map<String, Lease> renewed = new HashMap<>();

  Ledger(Session session, Dialect dialect, Leases leases) {
    this.session = session;
    this.dialect = dialect;
    this.leases = leases;
    this.phrases = new PhraseTable(dialect);
    this.ticks = new TickTable(phrases, policies);
  }

  /** The account, locked until the commit. */
  AccountTable.Stored hold(String name) {
    AccountTable.Stored account = held.get(name);
    if (account == null) {
      if (!dialect.accountsShareCommit()) {
        commit();
      }
      account = AccountTable.lock(session, name).orElseThrow(() -> Rulebook.unknownAccount(name));
      held.put(name, account);
    }
    return account;
  }

  /**
   * The account, locked until the commit, with this engine's lease on it renewed.
   *
   * @throws HeldElsewhereException when another engine has it
   */
  AccountTable.Stored lead(String name) {
    AccountTable.Stored account = hold(name);
    if (!fenced.contains(name)) {
      leases.fence(session, account);
      fenced.add(name);
    }
    return account;
  }

  /** The account as it is, without holding on to it. */
  AccountTable.Stored look(String name) {
    AccountTable.Stored account = held.get(name);
    if (account != null) {
      return account;
    }
    account = AccountTable.find(session, name).orElseThrow(() -> Rulebook.unknownAccount(name));
    return account;
  }

  /**
   * Who keeps the account; empty while no engine ever has. A lease that this transaction has
   * renewed is read once: the row is locked until the commit, so nobody can have taken it.
   */
  Optional<Lease> lease(String name) {
    Lease known = renewed.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Lease> lease =
        AccountTable.find(session, name).flatMap(account -> leases.find(session, account));
    if (fenced.contains(name)) {
      lease.ifPresent(read -> renewed.put(name, read));
    }
    return lease;
  }

  boolean holdsAny() {
    return !held.isEmpty();
  }

  void append(Link link) {
    AccountTable.Stored account = hold(link.account());
    Digest hash = account.head().followedBy(link.canonical());
    long key = account.keys().of(link.sequence());
    long open = account.openIntent();
    if (link instanceof Link.Tick tick) {
      append(tick.tick(), key, hash);
    } else if (link instanceof Link.Transition transition) {
      IntentTable.insert(session, key, transition, hash);
      open = mark(account, transition);
    } else if (link instanceof Link.Act act) {
      ActTable.insert(session, key, act.act(), hash);
    } else if (link instanceof Link.Foreign foreign) {
      ForeignTable.insert(session, key, foreign.move(), hash);
    }
    held.put(
        account.name(),
        new AccountTable.Stored(
            account.id(), account.name(), account.policy(), link.sequence(), hash, open));
  }

  private void append(RecordedTick tick, long key, Digest hash) {
    if (tick instanceof RecordedTick.Decided decided) {
      ticks.insert(session, key, decided, hash);
    } else if (tick instanceof RecordedTick.Skipped skipped) {
      ticks.insert(session, key, skipped, hash);
    }
  }

  private long mark(AccountTable.Stored account, Link.Transition transition) {
    if (transition.opening().isPresent()) {
      IntentTable.open(session, account.id(), transition.intent());
      return transition.intent();
    }
    if (transition.state().isTerminal()) {
      IntentTable.close(session, account.id(), transition.intent());
      return 0;
    }
    return account.openIntent();
  }

  /** Commits what was appended and lets the accounts go. */
  void commit() {
    for (AccountTable.Stored account : held.values()) {
      AccountTable.moveHead(session, account.id(), account.sequence(), account.head());
    }
    session.commit();
    letGo();
    leases.committed();
  }

  /** Undoes what was appended since the last commit. */
  void rollback() {
    letGo();
    leases.undone();
    phrases.forget();
    policies.forget();
    books.forget();
    session.rollback();
  }

  private void letGo() {
    held.clear();
    fenced.clear();
    renewed.clear();
  }

  /** An intent of the account as it stands now, or null. */
  @Nullable Intent intent(String account, long id) {
    return IntentTable.one(session, id, account).orElse(null);
  }

  @Override
  public void close() {
    session.close();
  }
}
