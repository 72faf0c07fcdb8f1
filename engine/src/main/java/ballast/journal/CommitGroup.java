package ballast.journal;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when what was appended is committed, and what follows from a failure. On H2 nothing more
 * is accepted after one, because a disk that failed once may lie the next time; on PostgreSQL the
 * next call connects anew and reads where the chains stand. Safe for several threads, one at a time
 * does work.
 */
final class CommitGroup implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CommitGroup.class);
  private static final long SHARE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Place place;
  private final Leases leases;
  private final LongSupplier nanoTime;
  private final long flushMillis;
  private final LongConsumer committed;
  private final ScheduledThreadPoolExecutor flusher =
      new ScheduledThreadPoolExecutor(1, CommitGroup::daemon);
  private @Nullable Ledger ledger;
  private @Nullable JournalException failure;
  private @Nullable Future<?> flushSoon;
  private boolean sharing;
  private boolean written;
  private boolean unnoted;
  private boolean closed;
  private long sharingSinceNanos;

  /**
   * @param place where the database is, up to date
   * @param leases on the accounts, given back at the end
   * @param nanoTime a monotonic clock, nanoseconds
   * @param flushMillis after how long what shares a commit is committed if nothing follows it
   * @param committed is told of each commit that has reached the disk, how many nanoseconds it
   *     took; must not throw
   */
  CommitGroup(
      Place place, Leases leases, LongSupplier nanoTime, long flushMillis, LongConsumer committed) {
    this.place = place;
    this.leases = leases;
    this.nanoTime = nanoTime;
    this.flushMillis = flushMillis;
    this.committed = committed;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "journal-flush");
    thread.setDaemon(true);
    return thread;
  }

  /** Commits whatever still shares a commit, and does not return before it has reached the disk. */
  synchronized void flush() {
    if (closed) {
      throw new JournalException("the journal is closed");
    }
    if (sharing) {
      read(
          ledger -> {
            harden(ledger);
            return 0;
          });
    }
  }

  private void harden(Ledger ledger) {
    long begun = nanoTime.getAsLong();
    commit(ledger);
    place.dialect().harden(ledger.session);
    written = true;
    unnoted = true;
    restSoon();
    committed.accept(nanoTime.getAsLong() - begun);
  }

  private void restSoon() {
    Future<?> soon = flushSoon;
    if (!flusher.isShutdown() && (soon == null || soon.isDone())) {
      flushSoon = flusher.schedule(this::rest, flushMillis, TimeUnit.MILLISECONDS);
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

  /**
   * What is done when nobody has appended for a while: commits what still shares a commit, notes
   * how far the journal reaches, and writes a file anew that has grown. The next call connects.
   */
  synchronized void rest() {
    try {
      if (!closed) {
        flush();
        note();
        if (place.hasGrown()) {
          release();
          place.shrink();
        }
      }
    } catch (JournalException e) {
      // nobody is there to be told: the next call throws it
      failure = e;
    }
  }

  /** A server's database is not cut off behind its back. */
  private void note() {
    if (unnoted && place.dialect().isEmbedded()) {
      unnoted = false;
      place.reached(
          read(
              ledger -> {
                Map<String, Long> ends = AccountTable.ends(ledger.session);
                ledger.session.commit();
                return ends;
              }));
    }
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
        giveBack();
        note();
      }
    } finally {
      closed = true;
      release();
      if (written && failure == null) {
        place.shrink();
      }
      place.close();
    }
  }

  /** Where this fails, all that was written is safe and the leases run out by themselves. */
  private void giveBack() {
    if (!leases.hasAny()) {
      return;
    }
    try {
      durably(
          ledger -> {
            leases.giveBack(ledger.session);
            return 0;
          });
    } catch (JournalException e) {
      log.warn("the leases were not given back: {}", e.getMessage());
    }
  }

  /** Appends what may share a commit. */
  synchronized <T> T shared(String account, Function<Ledger, T> work) {
    return shared(ledger -> ledger.hold(account), work);
  }

  /** Appends what may share a commit and is no account's. */
  synchronized <T> T shared(Function<Ledger, T> work) {
    return shared(ledger -> {}, work);
  }

  private <T> T shared(Consumer<Ledger> hold, Function<Ledger, T> work) {
    return read(
        ledger -> {
          hold.accept(ledger);
          // before the work, so that the account is let go in time even if the work is refused
          begin();
          T result = work.apply(ledger);
          if (nanoTime.getAsLong() - sharingSinceNanos >= SHARE_NANOS) {
            harden(ledger);
          }
          return result;
        });
  }

  private void begin() {
    if (!sharing) {
      sharing = true;
      sharingSinceNanos = nanoTime.getAsLong();
      restSoon();
    }
  }

  /** Appends and does not return before it has reached the disk. */
  synchronized <T> T durably(Function<Ledger, T> work) {
    return read(
        ledger -> {
          if (sharing) {
            commit(ledger);
          }
          T result = undoneOnFailure(ledger, work);
          harden(ledger);
          return result;
        });
  }

  private static <T> T undoneOnFailure(Ledger ledger, Function<Ledger, T> work) {
    try {
      return work.apply(ledger);
    } catch (RuntimeException | Error e) {
      try {
        ledger.rollback();
      } catch (SqlFailure broken) {
        e.addSuppressed(broken);
      }
      throw e;
    }
  }

  /** Asks without appending; also where every failure passes. */
  synchronized <T> T read(Function<Ledger, T> work) {
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
      current = new Ledger(new Session(place.connect()), place.dialect(), leases);
      ledger = current;
    }
    return current;
  }

  private JournalException failed(SQLException e) {
    JournalException plain = place.explain(e);
    release();
    sharing = false;
    if (place.dialect() == Dialect.H2) {
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
