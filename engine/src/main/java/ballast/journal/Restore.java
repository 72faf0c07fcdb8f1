package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Puts a backup where a journal belongs. What was done after the backup is not in it, so whether a
 * transfer was sent since can only be answered "perhaps": every account waits for a person.
 */
public final class Restore {
  /**
   * What was restored.
   *
   * @param decisions how many are in it
   * @param heads each account's head hash, the pause included
   * @param aside where the files that stood there before are now
   * @param missing archives that are to be put where they belong, or are damaged
   */
  public record Done(
      long decisions, Map<String, String> heads, Optional<Path> aside, List<Path> missing) {}

  private final Path backup;
  private final Path directory;
  private final long nowMillis;
  private final LongSupplier nanoTime;

  private Restore(Path backup, Path directory, long nowMillis, LongSupplier nanoTime) {
    this.backup = backup;
    this.directory = directory;
    this.nowMillis = nowMillis;
    this.nanoTime = nanoTime;
  }

  /**
   * Restores a backup; proven before it takes the journal's name and after.
   *
   * @param directory of the journal to be; made where it is missing
   * @param replace whether a journal there may be moved aside; nothing is ever deleted
   * @param nowMillis the time of the pauses, and of what is moved aside
   * @param nanoTime a monotonic clock
   * @throws JournalException in one line when the backup is damaged, an engine holds the directory,
   *     a journal stands there, or the disk fails; a journal that stood there is then still there
   *     or aside
   */
  public static Done of(
      Path backup, Path directory, boolean replace, long nowMillis, LongSupplier nanoTime) {
    Manifest manifest = BackupFile.manifest(backup);
    Schema.CURRENT.requireNotNewer(manifest.schema(), backup.toString());
    try {
      PrivateFiles.directory(directory);
      Path real = directory.toRealPath();
      JournalLock lock = JournalLock.take(real);
      boolean handedOn = false;
      try {
        requireFree(real, replace);
        Restore restore = new Restore(backup, real, nowMillis, nanoTime);
        Switch put = restore.prepareAndPut(manifest);
        handedOn = true;
        return restore.verified(put, lock);
      } finally {
        if (!handedOn) {
          lock.close();
        }
      }
    } catch (IOException e) {
      throw new JournalException(
          "the backup could not be restored to " + directory + ": " + e.getMessage(), e);
    }
  }

  private static void requireFree(Path directory, boolean replace) {
    if (!replace && Files.exists(directory.resolve(BackupFile.DATABASE))) {
      throw new JournalException(
          "there is a journal in "
              + directory
              + ": restore elsewhere, or add --replace, which moves it aside");
    }
  }

  /** The journal that was put in place, and where the one before it is. */
  private record Switch(Manifest manifest, Optional<Path> aside) {}

  private Switch prepareAndPut(Manifest manifest) throws IOException {
    try (WorkFolder work = WorkFolder.in(directory)) {
      BackupFile.unpack(backup, work.path());
      if (!Proof.of(work.path(), 0, archives()).tellsTheSame(manifest)) {
        throw new JournalException(
            "the backup " + backup + " does not hold what it says: use another one");
      }
      try (Journal journal = JournalStore.open(work.path(), nanoTime)) {
        new RestoreHold(journal, String.valueOf(backup.getFileName()), nowMillis).holdAll();
      }
      Manifest held = Proof.of(work.path(), 0, archives());
      return new Switch(held, put(work.path()));
    }
  }

  private Path archives() {
    return directory.resolve(Archives.FOLDER);
  }

  /**
   * Old database away, new password, new database, in this order: stopped between any two, there is
   * a password without a database, which is refused as a lost journal and never made anew.
   */
  private Optional<Path> put(Path work) throws IOException {
    HighWater.forget(directory);
    Optional<Path> aside = moveAside();
    for (String name : List.of(BackupFile.PASSWORD, BackupFile.DATABASE)) {
      PrivateFiles.force(work.resolve(name));
      PrivateFiles.move(work.resolve(name), directory.resolve(name));
    }
    return aside;
  }

  private Optional<Path> moveAside() throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(directory)) {
      old =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().startsWith(BackupFile.DATABASE))
              .sorted()
              .toList();
    }
    Path password = directory.resolve(BackupFile.PASSWORD);
    if (old.isEmpty() && !Files.exists(password)) {
      return Optional.empty();
    }
    Path aside = Files.createDirectory(directory.resolve("replaced-" + Backups.stamp(nowMillis)));
    PrivateFiles.directory(aside);
    if (Files.exists(password)) {
      PrivateFiles.copy(password, aside.resolve(BackupFile.PASSWORD));
    }
    for (Path file : old) {
      PrivateFiles.move(file, aside.resolve(file.getFileName()));
    }
    return Optional.of(aside);
  }

  private Done verified(Switch put, JournalLock lock) throws IOException {
    try (H2Place place = H2Place.open(directory, Schema.CURRENT, lock, found -> {})) {
      if (!Proof.of(place, 0).tellsTheSame(put.manifest())) {
        throw new JournalException(
            "the journal restored in "
                + directory
                + " reads back as something else: do not start an engine on it");
      }
      return new Done(
          put.manifest().decisions(),
          put.manifest().hashes(),
          put.aside(),
          Proof.stock(place, archives()).missing());
    }
  }
}
