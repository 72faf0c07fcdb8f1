package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.report.Format;
import ballast.report.ReportKind;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports from every kind of journal, and their totals beside SQL that knows nothing of them. */
class ReportsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long START =
      ZonedDateTime.of(2026, 3, 28, 0, 0, 0, 0, BERLIN).toInstant().toEpochMilli();
  private static final long EVERY = 300_000;
  private static final int TICKS = 288 + 276 + 288;

  /** The day on which the clocks go forward. */
  private static final Span SHORT_DAY =
      new Span(Optional.empty(), START + 288 * EVERY, START + (288 + 276) * EVERY);

  @TempDir Path directory = Path.of("");

  private static List<List<String>> csv(Journal journal, ReportKind kind, Span span)
      throws IOException {
    StringWriter out = new StringWriter();
    kind.table(journal.reader(), span, BERLIN).write(Format.CSV, out);
    return out.toString().lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
  }

  private static String text(Journal journal, ReportKind kind, Span span) throws IOException {
    StringWriter out = new StringWriter();
    kind.table(journal.reader(), span, BERLIN).write(Format.TABLE, out);
    return out.toString();
  }

  private static void live(Journal journal) {
    new LargeJournal(journal, 11, START, EVERY, true).live(TICKS);
  }

  private static BigDecimal sum(List<List<String>> rows, String column) {
    int at = rows.get(0).indexOf(column);
    return rows.stream()
        .skip(1)
        .map(row -> new BigDecimal(row.get(at)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void h2AndMemoryTellTheSameAndTotalsAreThoseOfTheTables() throws Exception {
    FreshH2.copyTo(directory);
    try (Journal h2 = JournalStore.open(directory, System::nanoTime);
        Journal memory = new MemoryJournal()) {
      live(h2);
      live(memory);
      for (ReportKind kind : ReportKind.values()) {
        for (Span span : List.of(Span.everything(), SHORT_DAY)) {
          assertThat(text(h2, kind, span)).as(kind.label()).isEqualTo(text(memory, kind, span));
        }
      }
      String url = "jdbc:h2:file:" + directory.toRealPath().resolve("ballast") + ";IFEXISTS=TRUE";
      String password = Files.readString(directory.resolve("password"));
      // the same process may open the file once more, with the settings that it is open with
      compare(
          h2,
          () ->
              DriverManager.getConnection(
                  url + ";WRITE_DELAY=0;FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                  "BALLAST",
                  password));
    }
  }

  @Test
  void postgresTotalsAreThoseOfTheTables() throws Exception {
    String url = Postgres.emptied();
    try (Journal journal = JournalStore.openPostgres(url, System::nanoTime)) {
      live(journal);
      compare(journal, () -> DriverManager.getConnection(url));
    }
  }

  private interface Opening {
    Connection open() throws SQLException;
  }

  private static void compare(Journal journal, Opening opening) throws Exception {
    try (Connection connection = opening.open()) {
      for (Span span : List.of(Span.everything(), SHORT_DAY)) {
        daily(csv(journal, ReportKind.DAILY, span), connection, span);
        weight(csv(journal, ReportKind.WEIGHT, span), connection, span);
        strategy(csv(journal, ReportKind.STRATEGY, span), connection, span);
        rows(journal, connection, span);
      }
    }
  }

  private static void daily(List<List<String>> rows, Connection sql, Span span)
      throws SQLException {
    for (String kind : List.of("HOLD", "REFUSED", "MOVE")) {
      String column = kind.equals("HOLD") ? "holds" : kind.equals("MOVE") ? "moves" : "refusals";
      assertThat(sum(rows, column))
          .isEqualByComparingTo(
              ask(sql, "COUNT(*) FROM decision WHERE kind = '" + kind + "' AND now_ms", span));
    }
    assertThat(sum(rows, "skipped"))
        .isEqualByComparingTo(ask(sql, "COUNT(*) FROM skipped_tick WHERE at_ms", span));
    assertThat(sum(rows, "weight"))
        .isEqualByComparingTo(ask(sql, "SUM(weight) FROM api_call WHERE at_ms", span));
    assertThat(sum(rows, "foreign"))
        .isEqualByComparingTo(
            ask(sql, "SUM(now_e8 - before_e8) FROM foreign_move WHERE at_ms", span)
                .movePointLeft(8));
    for (String way : List.of("EARN_TO_FUTURE", "FUTURE_TO_EARN")) {
      assertThat(sum(rows, way.equals("EARN_TO_FUTURE") ? "movedIn" : "movedOut"))
          .isEqualByComparingTo(
              ask(
                      sql,
                      "SUM(i.amount_e8) FROM intent i, transition t WHERE i.id = t.intent_id AND"
                          + " t.state = 'SETTLED' AND i.direction = '"
                          + way
                          + "' AND t.at_ms",
                      span)
                  .movePointLeft(8));
    }
    assertThat(sum(rows, "unexplained")).isEqualByComparingTo("0");
  }

  private static void weight(List<List<String>> rows, Connection sql, Span span)
      throws SQLException {
    assertThat(sum(rows, "calls"))
        .isEqualByComparingTo(ask(sql, "COUNT(*) FROM api_call WHERE at_ms", span));
    assertThat(sum(rows, "weight"))
        .isEqualByComparingTo(ask(sql, "SUM(weight) FROM api_call WHERE at_ms", span));
  }

  private static void strategy(List<List<String>> rows, Connection sql, Span span)
      throws SQLException {
    // parameters have commas, so the counts are found from the end of the line
    int width = rows.get(0).size();
    for (String column : List.of("holds", "refusals", "moves")) {
      int fromEnd = width - rows.get(0).indexOf(column);
      String kind = column.equals("holds") ? "HOLD" : column.equals("moves") ? "MOVE" : "REFUSED";
      int sum =
          rows.stream()
              .skip(1)
              .mapToInt(row -> Integer.parseInt(row.get(row.size() - fromEnd)))
              .sum();
      assertThat(BigDecimal.valueOf(sum))
          .isEqualByComparingTo(
              ask(sql, "COUNT(*) FROM decision WHERE kind = '" + kind + "' AND now_ms", span));
    }
  }

  private static void rows(Journal journal, Connection sql, Span span) throws Exception {
    assertThat(csv(journal, ReportKind.DECISIONS, span).size() - 1)
        .isEqualTo(
            ask(sql, "COUNT(*) FROM decision WHERE now_ms", span).intValue()
                + ask(sql, "COUNT(*) FROM skipped_tick WHERE at_ms", span).intValue());
    assertThat(csv(journal, ReportKind.TRANSFERS, span).size() - 1)
        .isEqualTo(ask(sql, "COUNT(*) FROM intent WHERE decided_ms", span).intValue());
    assertThat(csv(journal, ReportKind.INCIDENTS, span).size() - 1)
        .isEqualTo(
            ask(sql, "COUNT(*) FROM skipped_tick WHERE at_ms", span).intValue()
                + ask(sql, "COUNT(*) FROM foreign_move WHERE at_ms", span).intValue()
                + ask(
                        sql,
                        "COUNT(*) FROM alert_delivery WHERE outcome <> 'DELIVERED' AND at_ms",
                        span)
                    .intValue());
  }

  private static BigDecimal ask(Connection sql, String question, Span span) throws SQLException {
    long from = Math.max(span.fromMillis(), 0);
    long to = Math.min(span.toMillis(), Long.MAX_VALUE - 1);
    try (Statement statement = sql.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT " + question + " BETWEEN " + from + " AND " + (to - 1))) {
      rows.next();
      return Optional.ofNullable(rows.getBigDecimal(1)).orElse(BigDecimal.ZERO);
    }
  }

  @Test
  void aDayIsAsLongAsItsZoneHasIt() throws Exception {
    try (Journal memory = new MemoryJournal()) {
      live(memory);
      List<List<String>> rows = csv(memory, ReportKind.DAILY, Span.everything());
      List<Integer> ticks = new ArrayList<>();
      for (List<String> row : rows.subList(1, rows.size())) {
        ticks.add(IntStream.of(2, 3, 4, 5).map(at -> Integer.parseInt(row.get(at))).sum());
      }
      assertThat(rows).extracting(row -> row.get(0)).contains("2026-03-29");
      assertThat(ticks).containsExactly(288, 276, 288);
    }
  }

  @Test
  void aLineForEachAccountComesOutEven() throws Exception {
    try (Journal memory = new MemoryJournal()) {
      live(memory);
      assertThat(text(memory, ReportKind.DAILY, Span.everything()))
          .containsPattern(
              "main: [0-9.]+ moved in - [0-9.]+ moved out = -?[0-9.]+ = -?[0-9.]+ change in Futures"
                  + " - -?[0-9.]+ foreign - 0 unexplained\n$");
    }
  }
}
