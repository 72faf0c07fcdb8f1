package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.report.Format;
import ballast.report.ReportKind;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An H2 journal of many ticks: its size, the time of a month's reports, and the same after all but
 * the last months were archived. The system property {@code ballast.large-journal} says how many
 * ticks, of 30 s where there are many; the figures are printed and never asserted. Ten million take
 * a quarter of an hour and 5 GB.
 */
class LargeJournalTest {
  private static final long TICKS = Long.getLong("ballast.large-journal", 3_000);
  private static final long EVERY = Math.max(30_000, 140 * 86_400_000L / TICKS);
  private static final long LIVELY = Math.min(TICKS / 2, 70 * 86_400_000L / EVERY);
  private static final YearMonth LAST = YearMonth.of(2026, 10);
  private static final long END = Instant.parse("2026-11-10T00:00:00Z").toEpochMilli();

  @TempDir Path directory = Path.of("");

  @Test
  void aMonthOfItIsRead() throws Exception {
    FreshH2.copyTo(directory);
    Path file = directory.resolve("ballast.mv.db");
    timed("lived " + TICKS + " ticks", this::live);
    print("bytes a tick on disk", Files.size(file) / TICKS);
    List<Integer> before = read();
    assertThat(timed("archived", this::archive)).isNotEmpty();
    print("bytes of the journal", Files.size(file));
    assertThat(read()).isEqualTo(before);
  }

  private Journal open() {
    return JournalStore.open(directory, System::nanoTime);
  }

  /** Calm years, then months with moves and calls; forced to no disk, or each move would wait. */
  private long live() throws SQLException {
    long lively = END - LIVELY * EVERY;
    PowerCutFiles.recordOn(null);
    H2Place place =
        H2Place.open(directory, Schema.CURRENT, PowerCutFiles.PREFIX, Growth.standard());
    try (Journal journal = new SqlJournal(place, System::nanoTime, 900)) {
      long start = END - TICKS * EVERY;
      journal.adopt(LargeJournal.ACCOUNT, Ticks.POLICY, start);
      CalmYears.live(place, LargeJournal.ACCOUNT, start, EVERY, TICKS - LIVELY);
      new LargeJournal(journal, 8, lively, EVERY, true).live(LIVELY);
      return journal.reader().lastSequence(LargeJournal.ACCOUNT);
    }
  }

  private List<Archived> archive() {
    List<Archived> months =
        Archives.of(
                directory.toString(),
                new Archives.Order(Optional.empty(), LAST.minusMonths(1), false))
            .months();
    print(
        "bytes a tick in archives",
        months.stream().mapToLong(Archived::bytes).sum()
            / Math.max(1, months.stream().mapToLong(Archived::ticks).sum()));
    return months;
  }

  /** The reports of two months, of which archiving takes the first. */
  private List<Integer> read() throws Exception {
    List<Integer> sizes = new ArrayList<>();
    try (Journal journal = open()) {
      for (YearMonth month : List.of(LAST.minusMonths(1), LAST)) {
        for (ReportKind kind :
            List.of(
                ReportKind.DAILY, ReportKind.DECISIONS, ReportKind.TRANSFERS, ReportKind.WEIGHT)) {
          sizes.add(
              timed(month + " " + kind.label(), () -> report(journal, kind, month)).hashCode());
        }
      }
    }
    return sizes;
  }

  private static String report(Journal journal, ReportKind kind, YearMonth month)
      throws IOException {
    Span span =
        new Span(Optional.empty(), Seam.endMillis(month.minusMonths(1)), Seam.endMillis(month));
    StringWriter out = new StringWriter();
    kind.table(journal.reader(), span, ZoneOffset.UTC).write(Format.CSV, out);
    return out.toString();
  }

  private static <T> T timed(String what, Callable<T> work) throws Exception {
    long begun = System.nanoTime();
    T result = work.call();
    print(what + ", ms", (System.nanoTime() - begun) / 1_000_000);
    return result;
  }

  private static void print(String what, long figure) {
    System.out.println("large journal: " + what + ": " + figure);
  }
}
