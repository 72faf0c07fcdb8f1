package ballast.journal;

import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal in H2 or PostgreSQL. One connection writes; holds share its commit for at most a
 * second. After a failure on H2 nothing more is accepted, because a disk that failed once may lie
 * the next time; on PostgreSQL the next call connects anew and reads where the chains stand. Safe
 * for several threads.
 */
final class SqlJournal implements Journal {
  private static final long SHARE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Place place;
  private final LongSupplier nanoTime;
  private final long flushMillis;
  private final ScheduledThreadPoolExecutor flusher =
      new ScheduledThreadPoolExecutor(1, SqlJournal::daemon);
  private @Nullable Ledger ledger;
  private @Nullable JournalException failure;
  private @Nullable Future<?> flushSoon;
  private boolean sharing;
  private boolean closed;
  private long sharingSinceNanos;

  /**
   * @param place where the database is, up to date
   * @param nanoTime a monotonic clock, nanoseconds
   * @param flushMillis after how long what shares a commit is committed if nothing follows it
   */
  SqlJournal(Place place, LongSupplier nanoTime, long flushMillis) {
    this.flushMillis = flushMillis;
    this.place = place;
    this.nanoTime = nanoTime;
    guarded(ledger -> 0);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "journal-flush");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized long adopt(String account, Policy policy, long atMillis) {
    return durably(
        ledger -> {
          long id = ledger.policies.adopt(ledger.session, place.dialect(), policy, atMillis);
          Optional<AccountTable.Stored> there = AccountTable.lock(ledger.session, account);
          if (there.isPresent()) {
            AccountTable.adopt(ledger.session, there.get().id(), id);
          } else {
            AccountTable.insert(ledger.session, account, id, atMillis);
          }
          return id;
        });
  }

  @Override
  public synchronized Books books(String account, long nowMillis) {
    return guarded(
        ledger -> {
          Books books = ledger.books.at(ledger.session, ledger.look(account), nowMillis);
          if (!ledger.holdsAny()) {
            ledger.session.commit();
          }
          return books;
        });
  }

  @Override
  public synchronized void record(
      String account, long policy, AccountSnapshot snapshot, Decision decision) {
    Rulebook.requireNoMove(decision);
    shared(
        account,
        ledger -> {
          AccountTable.Stored before = ledger.hold(account);
          ledger.append(decided(ledger, before, policy, snapshot, decision, 0));
          ledger.books.decided(before, policy, decision.memory().text());
        });
  }

  @Override
  public synchronized void skip(String account, long policy, long atMillis, String reason) {
    shared(
        account,
        ledger -> {
          AccountTable.Stored before = ledger.hold(account);
          ledger.append(
              new Link.Tick(
                  new RecordedTick.Skipped(
                      account, before.sequence() + 1, atMillis, policy, reason),
                  ledger.policies.get(ledger.session, policy).digest()));
          ledger.books.skipped(before);
        });
  }

  @Override
  public synchronized Intent intend(
      String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before) {
    Direction direction = Rulebook.requireMove(decision);
    place.requireRoom();
    return durably(
        ledger -> {
          AccountTable.Stored stored = ledger.hold(account);
          Rulebook.requireNoneOpen(account, stored.openIntent());
          ledger.policies.get(ledger.session, policy);
          long now = decision.facts().situation().nowMillis();
          long sequence = stored.sequence() + 1;
          Link.Opening about =
              new Link.Opening(sequence, now, direction, decision.amount(), before);
          long id = IntentTable.insert(ledger.session, stored.keys().of(sequence), about);
          ledger.append(decided(ledger, stored, policy, snapshot, decision, id));
          ledger.append(
              new Link.Transition(
                  account, sequence + 1, id, IntentState.INTENT, now, "", Optional.of(about)));
          return Intent.begun(id, account, decision, before);
        });
  }

  @Override
  public synchronized Intent advance(
      Intent intent, IntentState state, long atMillis, String detail) {
    return durably(
        ledger ->
            step(ledger, intent.account(), intent.id(), intent.state(), state, atMillis, detail));
  }

  private static Intent step(
      Ledger ledger,
      String account,
      long id,
      IntentState expected,
      IntentState state,
      long atMillis,
      String detail) {
    AccountTable.Stored stored = ledger.hold(account);
    Intent intent = required(ledger, account, id, stored.openIntent());
    Rulebook.requireStep(id, intent.state(), expected, state);
    ledger.append(
        new Link.Transition(
            account, stored.sequence() + 1, id, state, atMillis, detail, Optional.empty()));
    return intent.after(state, atMillis, detail);
  }

  private static Intent required(Ledger ledger, String account, long id, long open) {
    Intent intent = ledger.intent(account, id);
    if (intent == null || (id != open && !intent.state().isTerminal())) {
      throw new IllegalStateException("account " + account + " has no intent " + id);
    }
    return intent;
  }

  @Override
  public synchronized void call(String account, ApiCall call) {
    shared(
        account,
        ledger ->
            CallTable.insert(ledger.session, ledger.hold(account).id(), call, ledger.phrases));
  }

  @Override
  public synchronized void act(OperatorAct act) {
    durably(
        ledger -> {
          String account = act.account();
          AccountTable.Stored stored = ledger.hold(account);
          Optional<IntentState> resolution = Rulebook.resolution(act.kind());
          resolution.ifPresent(
              state ->
                  Rulebook.requireStep(
                      act.intent(),
                      required(ledger, account, act.intent(), stored.openIntent()).state(),
                      IntentState.HELD,
                      state));
          ledger.append(new Link.Act(stored.sequence() + 1, act));
          resolution.ifPresent(
              state ->
                  step(
                      ledger,
                      account,
                      act.intent(),
                      IntentState.HELD,
                      state,
                      act.atMillis(),
                      Rulebook.resolvedBy(act)));
          return 0;
        });
  }

  @Override
  public synchronized void flush() {
    if (closed) {
      throw new JournalException("the journal is closed");
    }
    if (sharing) {
      guarded(
          ledger -> {
            commit(ledger);
            return 0;
          });
    }
  }

  private void commit(Ledger ledger) {
    ledger.commit();
    sharing = false;
    Future<?> flush = flushSoon;
    if (flush != null) {
      flush.cancel(false);
    }
  }

  private void flushInTime() {
    try {
      flush();
    } catch (JournalException e) {
      // kept in failure: the next call throws it
    }
  }

  @Override
  public JournalReader reader() {
    return new SqlReader(place, this::flush);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    flusher.shutdownNow();
    try {
      if (failure == null) {
        flush();
      }
    } finally {
      closed = true;
      release();
      place.close();
    }
  }

  private static Link.Tick decided(
      Ledger ledger,
      AccountTable.Stored before,
      long policy,
      AccountSnapshot snapshot,
      Decision decision,
      long intent) {
    return new Link.Tick(
        new RecordedTick.Decided(
            before.name(), before.sequence() + 1, policy, snapshot, decision, intent),
        ledger.policies.get(ledger.session, policy).digest());
  }

  /** Appends what may share a commit. */
  private void shared(String account, Consumer<Ledger> work) {
    guarded(
        ledger -> {
          ledger.hold(account);
          work.accept(ledger);
          long now = nanoTime.getAsLong();
          if (!sharing) {
            sharing = true;
            sharingSinceNanos = now;
            flushSoon = flusher.schedule(this::flushInTime, flushMillis, TimeUnit.MILLISECONDS);
          } else if (now - sharingSinceNanos >= SHARE_NANOS) {
            commit(ledger);
          }
          return 0;
        });
  }

  /** Appends and does not return before it has reached the disk. */
  private <T> T durably(Function<Ledger, T> work) {
    return guarded(
        ledger -> {
          if (sharing) {
            commit(ledger);
          }
          T result = undoneOnFailure(ledger, work);
          commit(ledger);
          place.dialect().harden(ledger.session);
          return result;
        });
  }

  private static <T> T undoneOnFailure(Ledger ledger, Function<Ledger, T> work) {
    boolean done = false;
    try {
      T result = work.apply(ledger);
      done = true;
      return result;
    } finally {
      if (!done) {
        ledger.rollback();
      }
    }
  }

  private <T> T guarded(Function<Ledger, T> work) {
    if (closed) {
      throw new JournalException("the journal is closed");
    }
    if (failure != null) {
      JournalException known = failure;
      if (place.dialect() != Dialect.H2) {
        failure = null;
      }
      throw known;
    }
    try {
      return work.apply(connected());
    } catch (SqlFailure e) {
      throw failed(e.exception());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private Ledger connected() throws SQLException {
    Ledger current = ledger;
    if (current == null) {
      current = new Ledger(new Session(place.connect()), place.dialect());
      ledger = current;
    }
    return current;
  }

  private JournalException failed(SQLException e) {
    JournalException plain = place.explain(e);
    boolean lost = sharing;
    release();
    sharing = false;
    if (place.dialect() == Dialect.H2 || lost) {
      failure = plain;
    }
    return plain;
  }

  private void release() {
    Ledger current = ledger;
    ledger = null;
    if (current != null) {
      try {
        current.close();
      } catch (SqlFailure e) {
        // already broken or gone; the failure that brought us here is the one to report
      }
    }
  }
}
