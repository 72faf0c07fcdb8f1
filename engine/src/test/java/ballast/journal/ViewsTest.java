package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.alert.Delivery;
import ballast.alert.Notice;
import ballast.alert.Rule;
import ballast.alert.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views as docs/reports.md describes them, on H2 and on PostgreSQL. */
class ViewsTest {
  private static final Path PAGE = Path.of("..", "docs", "reports.md");
  private static final int QUERIES = 10;
  private static final int TICKS = 400;

  @TempDir static Path directory = Path.of("");
  private static String page = "";

  @BeforeAll
  static void livesOnH2() throws IOException {
    page = Files.readString(PAGE);
    FreshH2.copyTo(directory);
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      live(journal);
    }
  }

  private static void live(Journal journal) {
    new RandomLife(5, journal, 2).live(TICKS);
    journal.call("main", new ballast.venue.ApiCall(Ticks.START, "GET", "/x", 429, -1003, 1, 10));
    journal.told(delivery("main", Delivery.Outcome.FAILED));
    journal.told(delivery("", Delivery.Outcome.DROPPED));
    journal.told(delivery("main", Delivery.Outcome.DELIVERED));
  }

  private static Delivery delivery(String account, Delivery.Outcome outcome) {
    Notice notice =
        new Notice(
            Notice.Kind.RAISED,
            Optional.of(new Subject(Rule.STALE_DATA, account)),
            "no decision",
            Ticks.START,
            Ticks.START,
            1);
    return new Delivery(notice, "night", outcome, 3, "HTTP 500", Ticks.START);
  }

  @Test
  void whatWasNotToldIsAnIncident() throws SQLException, IOException {
    String query =
        "SELECT DISTINCT account, kind, detail FROM v_incident WHERE kind LIKE 'ALERT%' ORDER BY kind";
    try (Connection h2 = h2();
        Connection postgres = postgres()) {
      for (Connection connection : List.of(h2, postgres)) {
        assertThat(answer(connection, query).subList(1, 3))
            .containsExactly(
                List.of("", "ALERT_DROPPED", "night: stale-data: HTTP 500"),
                List.of("main", "ALERT_FAILED", "night: stale-data: HTTP 500"));
      }
    }
  }

  private static Connection h2() throws SQLException, IOException {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + directory.resolve("ballast") + ";IFEXISTS=TRUE",
        "BALLAST",
        Files.readString(directory.resolve("password")));
  }

  private static Connection postgres() throws SQLException {
    String url = Postgres.emptied();
    try (Journal journal = JournalStore.openPostgres(url, System::nanoTime)) {
      live(journal);
    }
    return DriverManager.getConnection(url);
  }

  /** Each view's columns as the page lists them. */
  private static Map<String, List<String>> documented() {
    Map<String, List<String>> views = new LinkedHashMap<>();
    List<String> columns = new ArrayList<>();
    for (String line : page.lines().toList()) {
      if (line.startsWith("## ")) {
        columns = new ArrayList<>();
      } else if (line.startsWith("### v_")) {
        columns = new ArrayList<>();
        views.put(line.substring(4), columns);
      } else if (line.startsWith("| `")) {
        columns.add(line.substring(3, line.indexOf('`', 3)));
      }
    }
    return views;
  }

  private static List<String> blocks(String kind) {
    return Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map((MatchResult block) -> block.group(1).strip())
        .toList();
  }

  private static List<String> columns(ResultSet rows) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      names.add(rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /** The header and every row as text. */
  private static List<List<String>> answer(Connection connection, String query)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<List<String>> answer = new ArrayList<>();
      answer.add(columns(rows));
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= answer.get(0).size(); i++) {
          row.add(String.valueOf(rows.getString(i)));
        }
        answer.add(row);
      }
      return answer;
    }
  }

  @Test
  void thePageNamesEveryColumnOfEveryView() throws SQLException, IOException {
    try (Connection h2 = h2()) {
      Map<String, List<String>> there = new LinkedHashMap<>();
      for (String view : documented().keySet()) {
        there.put(view, answer(h2, "SELECT * FROM " + view).get(0));
      }
      assertThat(documented()).hasSize(7).isEqualTo(there);
    }
  }

  @Test
  void everyReadyQueryAnswersAlikeOnBoth() throws SQLException, IOException {
    assertThat(blocks("sql")).hasSize(QUERIES);
    try (Connection h2 = h2();
        Connection postgres = postgres()) {
      for (String query : blocks("sql")) {
        List<List<String>> answer = answer(h2, query);
        assertThat(answer).as(query).hasSizeGreaterThan(1);
        assertThat(answer(postgres, query)).as(query).isEqualTo(answer);
      }
    }
  }

  /** Each total of a view beside the same asked of the tables in other words. */
  private static final Map<String, String> TOTALS =
      Map.of(
          "SELECT SUM(holds), SUM(refusals), SUM(moves) FROM v_daily",
          "SELECT (SELECT COUNT(*) FROM decision WHERE kind = 'HOLD'),"
              + " (SELECT COUNT(*) FROM decision WHERE kind = 'REFUSED'),"
              + " (SELECT COUNT(*) FROM decision WHERE kind = 'MOVE')",
          "SELECT SUM(moved_in) - SUM(moved_out) FROM v_daily",
          "SELECT SUM(CASE WHEN direction = 'EARN_TO_FUTURE' THEN amount_e8 ELSE -amount_e8 END)"
              + " * 0.00000001 FROM intent WHERE id IN"
              + " (SELECT intent_id FROM transition WHERE state = 'SETTLED')",
          "SELECT SUM(foreign_change), SUM(skipped), SUM(weight) FROM v_daily",
          "SELECT (SELECT SUM(now_e8) - SUM(before_e8) FROM foreign_move) * 0.00000001,"
              + " (SELECT COUNT(*) FROM skipped_tick), (SELECT SUM(weight) FROM api_call)",
          "SELECT COUNT(*), SUM(amount), SUM(moved) FROM v_transfer",
          "SELECT COUNT(*), SUM(amount_e8) * 0.00000001, (SELECT SUM(i.amount_e8) FROM intent i"
              + " JOIN transition t ON t.intent_id = i.id AND t.state = 'SETTLED') * 0.00000001"
              + " FROM intent",
          "SELECT COUNT(*), SUM(amount) FROM v_decision",
          "SELECT COUNT(*) + (SELECT COUNT(*) FROM skipped_tick), SUM(amount_e8) * 0.00000001"
              + " FROM decision",
          "SELECT SUM(calls), SUM(weight), SUM(failed) FROM v_weight",
          "SELECT COUNT(*), SUM(weight), COUNT(CASE WHEN http_status <> 200 THEN 1 END)"
              + " FROM api_call",
          "SELECT SUM(readings), MIN(lowest_uni_mmr), MAX(highest_ldusdt_in_futures)"
              + " FROM v_margin_hourly",
          "SELECT COUNT(*), MIN(uni_mmr_e8) * 0.00000001, MAX(ldusdt_in_futures_e8) * 0.00000001"
              + " FROM snapshot",
          "SELECT SUM(holds) + SUM(refusals) + SUM(moves), MIN(lowest_uni_mmr) FROM v_strategy",
          "SELECT COUNT(*), MIN(uni_mmr_e8) * 0.00000001 FROM snapshot",
          "SELECT COUNT(*) FROM v_incident WHERE kind <> 'LIMITED'",
          "SELECT (SELECT COUNT(*) FROM skipped_tick) + (SELECT COUNT(*) FROM foreign_move)"
              + " + (SELECT COUNT(*) FROM operator_act)"
              + " + (SELECT COUNT(*) FROM alert_delivery WHERE outcome <> 'DELIVERED')"
              + " + (SELECT COUNT(*) FROM transition"
              + " WHERE state NOT IN ('INTENT', 'SENDING', 'CONFIRMED', 'APPLIED', 'SETTLED'))");

  @Test
  void totalsAreThoseOfTheTables() throws SQLException, IOException {
    try (Connection h2 = h2();
        Connection postgres = postgres()) {
      for (Connection connection : List.of(h2, postgres)) {
        for (Map.Entry<String, String> total : TOTALS.entrySet()) {
          assertThat(numbers(connection, total.getKey()))
              .as(total.getKey())
              .isEqualTo(numbers(connection, total.getValue()));
        }
      }
    }
  }

  private static List<String> numbers(Connection connection, String query) throws SQLException {
    List<List<String>> answer = answer(connection, query);
    return answer.get(1).stream()
        .map(text -> new java.math.BigDecimal(text).stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void conditionsOnTimeAreServedByIndexes() throws SQLException, IOException {
    try (Connection h2 = h2()) {
      for (String view : List.of("v_daily", "v_weight", "v_margin_hourly", "v_strategy")) {
        assertThat(plan(h2, "SELECT * FROM " + view + " WHERE utc_day = DATE '2025-06-16'"))
            .as(view)
            .containsPattern("(DECISION|API_CALL)_BY_TIME: (NOW|AT)_MS (>=|<) Y\\.");
      }
      for (String view : List.of("v_decision", "v_transfer", "v_incident")) {
        assertThat(plan(h2, "SELECT * FROM " + view + " WHERE at_ms >= 1750000000000"))
            .as(view)
            .containsPattern("_BY_TIME: (NOW|AT|DECIDED)_MS >= ");
      }
    }
  }

  private static String plan(Connection connection, String query) throws SQLException {
    return String.join("\n", answer(connection, "EXPLAIN " + query).get(1));
  }

  @Test
  void theReaderOfAnH2JournalMaySelectTheViewsAlone() throws SQLException, IOException {
    Path file = directory.resolve(ReaderUser.FILE);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    String url = "jdbc:h2:file:" + directory.resolve("ballast") + ";IFEXISTS=TRUE";
    try (Connection reader =
        DriverManager.getConnection(url, ReaderUser.NAME, Files.readString(file))) {
      requireReadOnly(reader);
    }
  }

  @Test
  void theReaderOfAPostgresJournalMaySelectTheViewsAlone() throws SQLException {
    try (Connection owner = postgres();
        Statement statement = owner.createStatement()) {
      for (String grant : blocks("sql-grant").get(0).split(";")) {
        statement.execute(grant);
      }
      statement.execute("SET ROLE ballast_reader");
      requireReadOnly(owner);
      statement.execute("RESET ROLE");
      statement.execute("DROP OWNED BY ballast_reader");
      statement.execute("DROP ROLE ballast_reader");
    }
  }

  private static void requireReadOnly(Connection reader) throws SQLException {
    for (String view : documented().keySet()) {
      assertThat(answer(reader, "SELECT * FROM " + view)).as(view).hasSizeGreaterThan(1);
    }
    for (String refused :
        List.of(
            "SELECT * FROM decision",
            "DELETE FROM v_daily",
            "INSERT INTO phrase (id, text) VALUES (1, 'x')",
            "UPDATE account SET sequence = 0",
            "DROP VIEW v_daily")) {
      try (Statement statement = reader.createStatement()) {
        assertThatThrownBy(() -> statement.execute(refused))
            .as(refused)
            .isInstanceOf(SQLException.class);
      }
    }
  }
}
