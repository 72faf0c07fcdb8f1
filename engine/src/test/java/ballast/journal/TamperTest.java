package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No row of a chain can be edited unseen. */
class TamperTest {
  @TempDir Path directory = Path.of("");
  private Journal journal = new MemoryJournal();

  @BeforeEach
  void lives() throws Exception {
    FreshH2.copyTo(directory);
    journal = JournalStore.open(directory, System::nanoTime);
    new RandomLife(7, journal, 1).live(100);
    journal.flush();
  }

  @AfterEach
  void closes() {
    journal.close();
  }

  private ChainCheck check() {
    return journal.reader().check();
  }

  /** Every column of every table that the hash covers, each made to say something else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decision | now_ms, snapshot_age_ms, moved_today_e8, open_intent, proposed_e8, amount_e8,"
            + " intent_id, reason_id, policy_id",
        "decision | equity_e8, maintenance_margin_e8, ldusdt_in_futures_e8, last_move_ms",
        "decision | transferable_e8, index_price_e8, tiers_id, intents_before",
        "decision | memory, remembered, paused, kind, direction, rule, status,"
            + " transferable_direction, hash",
        "snapshot | read_ms, equity_e8, actual_equity_e8, maintenance_margin_e8, uni_mmr_e8,"
            + " status, ldusdt_in_futures_e8",
        "skipped_tick | at_ms, policy_id, reason_id, hash",
        "intent | decision_link, decided_ms, direction, amount_e8, before_read_ms,"
            + " before_earn_e8, before_futures_e8",
        "transition | intent_id, state, at_ms, detail, hash",
        "foreign_move | at_ms, before_e8, now_e8, hash",
        "operator_act | at_ms, kind, direction, intent_id, reason, hash",
        "policy | strategy, parameters, dry_run, per_transfer_e8, per_day_e8, min_transfer_e8,"
            + " min_gap_ms, max_snapshot_age_ms, fingerprint_decimals, emergency_below_e8,"
            + " code_version",
        "phrase | text",
        "account | sequence, head"
      })
  void anEditedColumnIsNamedBySequence(String table, String columns) throws Exception {
    assertThat(check().breaks()).isEmpty();
    FreshH2.edit(directory, "CREATE TABLE kept AS SELECT * FROM " + table);
    for (String column : columns.split(",")) {
      String name = column.strip();
      assertThat(FreshH2.edit(directory, edit(table, name))).as(name).isPositive();
      assertThat(check().breaks())
          .as(table + "." + name)
          .singleElement()
          .asString()
          .matches("account main, sequence [0-9]+: .+");
      FreshH2.edit(directory, putBack(table, name));
    }
    assertThat(check().breaks()).as("put back").isEmpty();
  }

  private static String putBack(String table, String column) {
    return "UPDATE "
        + table
        + " t SET "
        + column
        + " = (SELECT k."
        + column
        + " FROM kept k WHERE k."
        + key(table)
        + " = t."
        + key(table)
        + ")";
  }

  private static String key(String table) {
    return Set.of("account", "policy", "phrase", "intent").contains(table) ? "id" : "link";
  }

  private static String edit(String table, String column) {
    String value =
        column.equals("fingerprint_decimals")
            ? "7"
            : column.equals("intents_before")
                ? "99"
                : column.equals("head") || column.equals("hash")
                    ? "X'" + "ab".repeat(32) + "'"
                    : column.equals("dry_run")
                        ? "NOT dry_run"
                        : column.endsWith("_e8") || column.endsWith("_ms") || numeric(column)
                            ? "COALESCE(" + column + ", 0) + 1"
                            : replacement(column);
    String key = key(table);
    String there =
        column.startsWith("transferable") || column.startsWith("index") || column.equals("tiers_id")
            ? " WHERE " + column + " IS NOT NULL"
            : "";
    return "UPDATE "
        + table
        + " SET "
        + column
        + " = "
        + value
        + " WHERE "
        + key
        + " = (SELECT MAX("
        + key
        + ") FROM "
        + table
        + there
        + ")";
  }

  private static boolean numeric(String column) {
    return column.endsWith("_id")
        || column.equals("open_intent")
        || column.equals("sequence")
        || column.equals("decision_link");
  }

  private static String replacement(String column) {
    return switch (column) {
      case "direction", "transferable_direction" ->
          "CASE WHEN "
              + column
              + " = 'EARN_TO_FUTURE' THEN 'FUTURE_TO_EARN'"
              + " ELSE 'EARN_TO_FUTURE' END";
      case "status" -> "'BANKRUPTED'";
      case "rule" -> "CASE WHEN rule = 'PAUSED' THEN 'STATUS' ELSE 'PAUSED' END";
      case "paused" -> "CASE WHEN paused = '' THEN 'EARN_TO_FUTURE' ELSE '' END";
      case "kind" ->
          "CASE WHEN kind = 'HOLD' THEN 'REFUSED' WHEN kind = 'PAUSE' THEN 'RESUME'"
              + " WHEN kind = 'RESUME' THEN 'PAUSE' ELSE 'HOLD' END";
      case "state" -> "CASE WHEN state = 'SETTLED' THEN 'HELD' ELSE 'SETTLED' END";
      default -> column + " || 'x'";
    };
  }

  @Test
  void aMissingRowIsNamed() throws Exception {
    FreshH2.edit(directory, "DELETE FROM skipped_tick WHERE link = 1000000000003");
    FreshH2.edit(directory, "DELETE FROM decision WHERE link = 1000000000003");
    FreshH2.edit(directory, "DELETE FROM operator_act WHERE link = 1000000000003");
    FreshH2.edit(directory, "DELETE FROM foreign_move WHERE link = 1000000000003");
    FreshH2.edit(directory, "DELETE FROM transition WHERE link = 1000000000003");
    assertThat(check().breaks()).containsExactly("account main, sequence 3: missing");
  }

  @Test
  void aTailThatWasCutOffIsNamed() throws Exception {
    FreshH2.edit(
        directory,
        "DELETE FROM decision WHERE link = (SELECT 1000000000000 + sequence FROM account)");
    FreshH2.edit(
        directory,
        "DELETE FROM transition WHERE link = (SELECT 1000000000000 + sequence FROM account)");
    assertThat(check().breaks()).singleElement().asString().contains("the chain should reach");
  }

  @Test
  void ticksOfADamagedRowAreRefusedWithTheirPlace() throws Exception {
    FreshH2.edit(
        directory,
        "UPDATE decision SET kind = 'NONE' WHERE link = (SELECT MIN(link) FROM decision)");
    assertThatThrownBy(() -> journal.reader().ticks(Span.everything(), tick -> {}))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("sequence");
  }

  @Test
  void aFalseOpenMarkIsNamed() throws Exception {
    FreshH2.edit(directory, "DELETE FROM active_intent");
    FreshH2.edit(directory, "INSERT INTO active_intent VALUES (1, 99)");
    assertThat(check().breaks()).singleElement().asString().contains("not 99");
  }
}
