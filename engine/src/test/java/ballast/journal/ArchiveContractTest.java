package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.journal.Archiving.Step;
import ballast.report.Format;
import ballast.report.ReportKind;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What archiving promises of a journal in H2 and of one in PostgreSQL. */
abstract class ArchiveContractTest {
  private static final long START = Instant.parse("2026-01-20T00:00:00Z").toEpochMilli();
  private static final long EVERY = 3 * 3_600_000;
  private static final int TICKS = 8 * 70;
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

  @TempDir Path directory = Path.of("");

  abstract void makeEmpty() throws IOException;

  abstract Journal open();

  abstract Archives.Done archive(YearMonth until, Consumer<Step> steps);

  /** How many ticks that moved nothing are in the tables. */
  abstract long quietRows() throws Exception;

  static long quietRows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT (SELECT COUNT(*) FROM decision WHERE kind <> 'MOVE')"
                    + " + (SELECT COUNT(*) FROM skipped_tick)")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @BeforeEach
  void lives() throws IOException {
    makeEmpty();
    try (Journal journal = open()) {
      // half a year earlier; the second account has decided nothing since
      RandomLife earlier = new RandomLife(3, journal, 2);
      earlier.live(20);
      while (journal.books(LargeJournal.ACCOUNT, START).open().isPresent()) {
        earlier.live(1);
      }
      new LargeJournal(journal, 5, START, EVERY, true).live(TICKS);
    }
  }

  /** Everything that a reader tells of a journal. */
  private String told() throws IOException {
    StringWriter out = new StringWriter();
    try (Journal journal = open()) {
      ChainCheck check = journal.reader().check();
      out.append(check.links() + " " + check.breaks() + " " + new TreeMap<>(check.heads()) + "\n");
      for (ReportKind kind : ReportKind.values()) {
        for (Span span : spans()) {
          kind.table(journal.reader(), span, ZoneOffset.UTC).write(Format.CSV, out);
        }
      }
      for (long sequence = 1; sequence < 300; sequence += 7) {
        out.append(journal.reader().tick(LargeJournal.ACCOUNT, sequence) + "\n");
      }
      out.append(journal.books(LargeJournal.ACCOUNT, START) + "\n");
    }
    return out.toString();
  }

  private static List<Span> spans() {
    return List.of(
        Span.everything(),
        Span.of("second"),
        new Span(Optional.empty(), START + 33 * EVERY, START + 37 * EVERY),
        new Span(Optional.of(LargeJournal.ACCOUNT), START + 80 * EVERY, START + 140 * EVERY));
  }

  @Test
  void readersTellTheSameBeforeAndAfter() throws Exception {
    String before = told();
    long rows = quietRows();
    Archives.Done done = archive(FEBRUARY, step -> {});
    assertThat(done.months()).extracting(Archived::month).contains(JANUARY, FEBRUARY);
    long moved = done.months().stream().mapToLong(Archived::ticks).sum();
    assertThat(moved).isGreaterThan(300);
    assertThat(quietRows()).isEqualTo(rows - moved);
    assertThat(told()).isEqualTo(before).contains("[] {");
  }

  @Test
  void aSecondRunFindsNothingLeft() throws Exception {
    archive(JANUARY, step -> {});
    assertThat(archive(JANUARY, step -> {}).months()).isEmpty();
    assertThat(archive(FEBRUARY, step -> {}).months())
        .extracting(Archived::month)
        .containsOnly(FEBRUARY);
  }

  private static void stop(boolean now) {
    if (now) {
      throw new IllegalStateException("stopped");
    }
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void stoppedAtAnyStepItHoldsAndGoesOn(Step last) throws Exception {
    String before = told();
    assertThatThrownBy(() -> archive(FEBRUARY, step -> stop(step == last))).hasMessage("stopped");
    assertThat(told()).as("stopped at %s", last).isEqualTo(before);
    assertThat(archive(FEBRUARY, step -> {}).months()).hasSizeBetween(2, 3);
    assertThat(told()).isEqualTo(before);
    try (var files = Files.list(directory.resolve("archive"))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }
}
