package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.h2.mvstore.MVStoreTool;

/**
 * Writes an H2 file anew without the room that deleted rows left in it. The new file takes the
 * place of the old one only after it was opened, its chains were found to be the same, and it was
 * forced to disk.
 */
final class H2Compaction {
  private static final long SPARE_BYTES = 64L << 20;

  /** A copy, and what H2 makes of it, stand beside the file. */
  private static final int TIMES = 2;

  private H2Compaction() {}

  /**
   * @param place which is held and has no connection open
   * @param directory of the journal
   * @return false when the disk has too little room for it
   * @throws JournalException when the new file does not hold; the old one is then still there
   */
  static boolean of(H2Place place, Path directory) throws IOException {
    Path archives = place.archives();
    return of(place, directory, Proof.of(place, 0), work -> Proof.of(work, 0, archives));
  }

  /**
   * The same for whoever waits: looks at where the chains end and walks what was written last, not
   * all of it.
   */
  static boolean quick(H2Place place, Path directory) throws IOException {
    return of(place, directory, Proof.heads(place), Proof::heads);
  }

  private static <T> boolean of(H2Place place, Path directory, T before, Function<Path, T> asked)
      throws IOException {
    Path file = directory.resolve(BackupFile.DATABASE);
    if (Files.getFileStore(file).getUsableSpace() < TIMES * Files.size(file) + SPARE_BYTES) {
      return false;
    }
    place.end();
    try (WorkFolder work = WorkFolder.in(directory)) {
      Path fresh = work.path().resolve(BackupFile.DATABASE);
      PrivateFiles.copy(file, fresh);
      MVStoreTool.compact(fresh.toString(), true);
      PrivateFiles.restrict(fresh);
      copyPasswords(directory, work.path());
      if (!asked.apply(work.path()).equals(before)) {
        throw new JournalException(
            "the compacted journal reads back as something else, the old one stays: run ballast"
                + " verify");
      }
      PrivateFiles.force(fresh);
      PrivateFiles.move(fresh, file);
    }
    return true;
  }

  /** The reader's too: where it is missing the one who reads the views gets a new one. */
  private static void copyPasswords(Path directory, Path work) throws IOException {
    for (String name : List.of(BackupFile.PASSWORD, ReaderUser.FILE)) {
      if (Files.exists(directory.resolve(name))) {
        PrivateFiles.copy(directory.resolve(name), work.resolve(name));
      }
    }
  }
}
