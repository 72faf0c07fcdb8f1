package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreTool;

/**
 * Writes an H2 file anew without the room that deleted rows left in it. The new file takes the
 * place of the old one only after it was opened, every chain in it was walked, and it was forced to
 * disk.
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
    Path file = directory.resolve(BackupFile.DATABASE);
    if (Files.getFileStore(file).getUsableSpace() < TIMES * Files.size(file) + SPARE_BYTES) {
      return false;
    }
    Manifest before = Proof.of(place, 0);
    try (WorkFolder work = WorkFolder.in(directory)) {
      Path fresh = work.path().resolve(BackupFile.DATABASE);
      PrivateFiles.copy(file, fresh);
      MVStoreTool.compact(fresh.toString(), true);
      PrivateFiles.restrict(fresh);
      PrivateFiles.copy(
          directory.resolve(BackupFile.PASSWORD), work.path().resolve(BackupFile.PASSWORD));
      if (!Proof.of(work.path(), 0, place.archives()).tellsTheSame(before)) {
        throw new JournalException(
            "the compacted journal reads back as something else, the old one stays: run ballast"
                + " verify");
      }
      PrivateFiles.force(fresh);
      PrivateFiles.move(fresh, file);
    }
    return true;
  }
}
