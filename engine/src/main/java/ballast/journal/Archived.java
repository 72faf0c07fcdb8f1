package ballast.journal;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A month of an account that is in a file, or could be.
 *
 * @param account whose
 * @param month at whose end the stretch in the file was cut, by UTC
 * @param file where it is; empty where it was only planned
 * @param ticks how many ticks are in it, decided or skipped
 * @param calls how many calls are in it
 * @param bytes the size of the file; 0 where it was only planned
 */
public record Archived(
    String account, YearMonth month, Optional<Path> file, long ticks, long calls, long bytes) {
  /**
   * @param own the folder of archives beside the journal
   */
  static Archived of(String account, Seam seam, Path own) {
    return new Archived(
        account,
        seam.month(),
        Optional.of(seam.path(own)),
        seam.contents().decisions() + seam.contents().skips(),
        seam.contents().calls(),
        seam.bytes());
  }
}
