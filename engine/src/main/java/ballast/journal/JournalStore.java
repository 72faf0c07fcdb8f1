package ballast.journal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Opens journals that last. */
public final class JournalStore {
  private static final long FLUSH_MILLIS = 900;

  private JournalStore() {}

  /**
   * Opens the journal at a place: a PostgreSQL URL, or a directory that holds an H2 file.
   *
   * @param place {@code jdbc:postgresql://…}, or the path of a directory
   * @param nanoTime a monotonic clock, such as {@code System::nanoTime}
   * @throws JournalException as {@link #open(Path, LongSupplier)} and {@link #openPostgres}
   */
  public static Journal open(String place, LongSupplier nanoTime) {
    return place.startsWith("jdbc:")
        ? openPostgres(place, nanoTime)
        : open(Path.of(place), nanoTime);
  }

  /**
   * Opens the H2 journal in a directory, and makes one where none ever was. One process at a time.
   *
   * @throws JournalException in one plain line: {@linkplain JournalException#locked() in use} by
   *     another process, damaged, lost, or written by a newer Ballast; what is there is left as it
   *     is
   */
  public static Journal open(Path directory, LongSupplier nanoTime) {
    return open(directory, nanoTime, nanos -> {});
  }

  /**
   * The same, watched.
   *
   * @param committed is told how long each commit took until it was on the disk, nanoseconds; must
   *     not throw
   */
  public static Journal open(Path directory, LongSupplier nanoTime, LongConsumer committed) {
    return open(H2Place.open(directory, Schema.CURRENT), nanoTime, committed);
  }

  /**
   * Opens the journal in a PostgreSQL database, which several nodes may share.
   *
   * @throws JournalException when it cannot be reached, or was written by a newer Ballast
   */
  public static Journal openPostgres(String url, LongSupplier nanoTime) {
    return openPostgres(url, nanoTime, nanos -> {});
  }

  /** The same, watched as in {@link #open(Path, LongSupplier, LongConsumer)}. */
  public static Journal openPostgres(String url, LongSupplier nanoTime, LongConsumer committed) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new JournalException(
          "a journal is a directory or jdbc:postgresql://…, not " + url.replaceAll("\\?.*", ""));
    }
    return open(PostgresPlace.open(url, Schema.CURRENT), nanoTime, committed);
  }

  /**
   * Brings the journal at a place up to date, if it is not.
   *
   * @param place as for {@link #open(String, LongSupplier)}
   * @throws JournalException as {@link #open(Path, LongSupplier)}; what was there is put back
   */
  public static Upgrade migrate(String place) {
    Schema schema = Schema.CURRENT;
    AtomicInteger before = new AtomicInteger();
    if (place.startsWith("jdbc:")) {
      PostgresPlace.open(place, schema, before::set).close();
      return new Upgrade(before.get(), schema.version(), Optional.empty());
    }
    Path directory = Path.of(place);
    H2Place.open(directory, schema, before::set).close();
    return new Upgrade(
        before.get(),
        schema.version(),
        before.get() == schema.version()
            ? Optional.empty()
            : Optional.of(H2Place.before(directory, schema)));
  }

  private static Journal open(Place place, LongSupplier nanoTime, LongConsumer committed) {
    boolean opened = false;
    try {
      SqlJournal journal = new SqlJournal(place, nanoTime, FLUSH_MILLIS, committed);
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        place.close();
      }
    }
  }
}
