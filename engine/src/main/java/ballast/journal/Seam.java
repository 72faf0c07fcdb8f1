package ballast.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Where a stretch of an account's chain went over to a file: its ticks that moved nothing, and the
 * calls of the months up to there. What moved, and what people and others did, stays in the tables.
 *
 * @param account the account's id in the store
 * @param month at whose end the stretch was cut
 * @param first sequence of the stretch
 * @param last sequence of the stretch
 * @param head the hash of the last link, wherever that is
 * @param contents what is in the file
 * @param folder where it was written; empty for the folder beside the journal, wherever that is
 * @param file its name there
 * @param bytes its size
 * @param sha256 of its bytes
 */
record Seam(
    long account,
    YearMonth month,
    long first,
    long last,
    Digest head,
    Contents contents,
    String folder,
    String file,
    long bytes,
    Digest sha256) {
  /**
   * What is in the file.
   *
   * @param fromMillis the earliest time of a row
   * @param toMillis the latest time of a row
   * @param lastCall the greatest id of a call; 0 when there is none
   */
  record Contents(
      long fromMillis, long toMillis, long decisions, long skips, long calls, long lastCall) {
    boolean meets(Span span) {
      return fromMillis < span.toMillis() && toMillis >= span.fromMillis();
    }
  }

  /** The first millisecond after a month. */
  static long endMillis(YearMonth month) {
    return month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  /** The month of a time, by UTC. */
  static YearMonth monthOf(long atMillis) {
    return YearMonth.from(Instant.ofEpochMilli(atMillis).atZone(ZoneOffset.UTC));
  }

  /**
   * Where the file should be now.
   *
   * @param own the folder beside the journal
   */
  Path path(Path own) {
    return (folder.isEmpty() ? own : Path.of(folder)).resolve(file);
  }

  boolean has(long sequence) {
    return first <= sequence && sequence <= last;
  }

  /** True when a call of this account is in the file, though its row may still be there too. */
  boolean hasCall(long id, long atMillis) {
    return id <= contents.lastCall && atMillis < endMillis(month);
  }

  /**
   * The place after the last of these stretches, which follow each other from the first link on.
   */
  static long endOf(List<Seam> seams) {
    return seams.isEmpty() ? 0 : seams.get(seams.size() - 1).last;
  }
}
