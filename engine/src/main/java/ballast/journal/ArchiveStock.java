package ballast.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which archives of a journal are where they should be.
 *
 * @param whole those that are there as they were written
 * @param missing those that are not, or are damaged
 */
record ArchiveStock(List<Path> whole, List<Path> missing) {
  /**
   * Looks at every file, byte by byte.
   *
   * @param own the folder of archives beside the journal
   */
  static ArchiveStock of(Session session, Path own) {
    ArchiveStock stock = new ArchiveStock(new ArrayList<>(), new ArrayList<>());
    for (AccountTable.Stored account : AccountTable.all(session)) {
      for (Seam seam : SeamTable.of(session, account.id())) {
        boolean whole = new ArchiveFile(seam, own).isWhole();
        (whole ? stock.whole : stock.missing).add(seam.path(own));
      }
    }
    return stock;
  }
}
