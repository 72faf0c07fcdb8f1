package ballast.journal;

import ballast.journal.Archiving.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Moves closed months of a journal to compressed files, which everything that reads a journal goes
 * on to read: its ticks that moved nothing, and its calls. No engine may run meanwhile.
 */
public final class Archives {
  /** The folder of archives in a journal's directory. */
  public static final String FOLDER = "archive";

  /**
   * What is to be moved.
   *
   * @param to the folder of the files; empty for the one beside an H2 journal
   * @param until the last month, by UTC
   * @param planOnly whether nothing is to be written
   */
  public record Order(Optional<Path> to, YearMonth until, boolean planOnly) {
    public Order {
      to = to.map(path -> path.toAbsolutePath().normalize());
    }
  }

  /**
   * What was moved, or would be.
   *
   * @param months account by account, in order
   * @param bytesBefore the size of the H2 file before; 0 on PostgreSQL
   * @param bytesAfter the size of the H2 file now; 0 on PostgreSQL
   * @param compacted false where the H2 file kept the room, because the disk has too little to
   *     write it anew
   */
  public record Done(List<Archived> months, long bytesBefore, long bytesAfter, boolean compacted) {}

  /** A file of this size is written anew also when there was nothing to move. */
  private static final long COMPACTS_FROM_BYTES = 1L << 20;

  private Archives() {}

  /**
   * Archives what is closed of a journal. An H2 file is then written anew, without the room that
   * this left; a PostgreSQL server reuses the room by itself.
   *
   * @param place as for {@link JournalStore#open(String, java.util.function.LongSupplier)}
   * @throws JournalException in one line: {@linkplain JournalException#locked() in use}, damaged,
   *     or a disk that fails; what was not moved is still in the journal
   */
  public static Done of(String place, Order order) {
    return of(place, order, step -> {});
  }

  static Done of(String place, Order order, Consumer<Step> steps) {
    try {
      return place.startsWith("jdbc:")
          ? inPostgres(place, order, steps)
          : inH2(Path.of(place), order, steps);
    } catch (IOException e) {
      throw new JournalException(
          "archiving stopped ("
              + e
              + "), nothing is lost: make room or name another folder with --to",
          e);
    }
  }

  private static Done inPostgres(String url, Order order, Consumer<Step> steps) throws IOException {
    Path folder =
        order.to.orElseThrow(() -> new JournalException("name a folder for archives with --to"));
    try (PostgresPlace place = PostgresPlace.open(url, Schema.CURRENT)) {
      return new Done(moved(place, folder, order, steps), 0, 0, true);
    }
  }

  private static Done inH2(Path directory, Order order, Consumer<Step> steps) throws IOException {
    try (H2Place place = H2Place.open(directory, Schema.CURRENT)) {
      Path file = directory.resolve(BackupFile.DATABASE);
      long before = Files.size(file);
      List<Archived> moved = moved(place, order.to.orElse(place.archives()), order, steps);
      boolean worthIt = !moved.isEmpty() || before >= COMPACTS_FROM_BYTES;
      boolean compacted = order.planOnly || !worthIt || H2Compaction.of(place, directory);
      return new Done(moved, before, Files.size(file), compacted);
    }
  }

  private static List<Archived> moved(Place place, Path folder, Order order, Consumer<Step> steps)
      throws IOException {
    try (Session session = new Session(place.connect())) {
      if (order.planOnly) {
        return ArchivePlan.of(session, order.until);
      }
      requireNoEngine(place, session);
      boolean beside = folder.equals(place.archives());
      return new Archiving(session, place.dialect(), folder, beside, steps).upTo(order.until);
    } catch (SqlFailure e) {
      throw place.explain(e.exception());
    } catch (SQLException e) {
      throw place.explain(e);
    }
  }

  /** An embedded database is this process's alone. */
  private static void requireNoEngine(Place place, Session session) {
    if (place.dialect().isEmbedded()) {
      return;
    }
    Leases leases = new Leases(ThisProcess.name(), false);
    for (AccountTable.Stored account : AccountTable.all(session)) {
      Optional<Lease> held = leases.find(session, account).filter(lease -> !lease.over());
      if (held.isPresent()) {
        throw new JournalException(held.get().describe() + ": stop that engine first");
      }
    }
    session.commit();
  }
}
