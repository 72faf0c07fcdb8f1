package ballast.journal;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Intents, their transitions, and which one is open. Rows are added; only the open mark goes. */
final class IntentTable {
  private IntentTable() {}

  /** Adds an intent and says its id. */
  static long insert(Session session, long decisionKey, Link.Opening about) {
    return session
        .sql(
            "INSERT INTO intent (decision_link, decided_ms, direction, amount_e8, before_read_ms,"
                + " before_earn_e8, before_futures_e8) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .number(decisionKey)
        .number(about.decidedAtMillis())
        .name(about.direction())
        .number(about.amount().e8())
        .number(about.before().readAtMillis())
        .number(about.before().inEarn().e8())
        .number(about.before().inFutures().e8())
        .runForId();
  }

  static void open(Session session, long account, long intent) {
    session
        .sql("INSERT INTO active_intent (account_id, intent_id) VALUES (?, ?)")
        .number(account)
        .number(intent)
        .run();
  }

  static void close(Session session, long account, long intent) {
    session
        .sql("DELETE FROM active_intent WHERE account_id = ? AND intent_id = ?")
        .number(account)
        .number(intent)
        .run();
  }

  static void insert(Session session, long key, Link.Transition transition, Digest hash) {
    session
        .sql(
            "INSERT INTO transition (link, intent_id, state, at_ms, detail, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?)")
        .number(key)
        .number(transition.intent())
        .name(transition.state())
        .number(transition.atMillis())
        .text(transition.detail())
        .digest(hash)
        .run();
  }

  /** What intents sent on this day may have moved. */
  static Usdt moved(Session session, LinkKeys keys, Day day) {
    return session
        .sql(
            "SELECT i.amount_e8 FROM transition t JOIN intent i ON i.id = t.intent_id"
                + " WHERE t.state = 'SENDING' AND t.at_ms >= ? AND t.at_ms < ?"
                + " AND t.link BETWEEN ? AND ?"
                + " AND NOT EXISTS (SELECT 1 FROM transition n WHERE n.intent_id = t.intent_id"
                + " AND n.state IN ('REJECTED', 'NOT_SENT', 'NOT_APPLIED'))")
        .number(day.fromMillis())
        .number(day.toMillis())
        .number(keys.of(0))
        .number(keys.last())
        .list(row -> row.usdt("amount_e8"))
        .stream()
        .reduce(Usdt.ZERO, Usdt::plus);
  }

  /**
   * The longest span from SENDING to SETTLED of transfers that settled in these sequences and were
   * confirmed at once; what went through UNKNOWN or HELD measured something else.
   */
  static Duration longestLag(Session session, LinkKeys keys, IdRange sequences, Day day) {
    return session
        .sql(
            "SELECT MAX(t.at_ms - s.at_ms) AS lag_ms"
                + " FROM transition t JOIN transition s ON s.intent_id = t.intent_id"
                + " WHERE t.state = 'SETTLED' AND t.at_ms >= ? AND t.link BETWEEN ? AND ?"
                + " AND s.state = 'SENDING'"
                + " AND NOT EXISTS (SELECT 1 FROM transition n WHERE n.intent_id = t.intent_id"
                + " AND n.state IN ('UNKNOWN', 'HELD'))")
        .number(day.daysBefore(Rulebook.LAG_DAYS))
        .number(keys.of(sequences.first()))
        .number(keys.of(sequences.last()))
        .first(row -> Duration.ofMillis(row.optionalNumber("lag_ms").orElse(0)))
        .orElse(Duration.ZERO);
  }

  /** How many intents an account decided on in these sequences. */
  static long count(Session session, LinkKeys keys, IdRange sequences) {
    return session
        .sql("SELECT COUNT(*) AS intents FROM intent WHERE decision_link BETWEEN ? AND ?")
        .number(keys.of(sequences.first()))
        .number(keys.of(sequences.last()))
        .first(row -> row.number("intents"))
        .orElse(0L);
  }

  /** The ids of the intents decided in a span, and perhaps of others between them. */
  static IdRange ids(Session session, Span span) {
    return IdRange.of(
        session,
        "SELECT MIN(id) AS first_id, MAX(id) AS last_id FROM intent"
            + " WHERE decided_ms >= ? AND decided_ms < ?",
        span);
  }

  /** An intent of this account as it stands now; empty when there is none of this id. */
  static Optional<Intent> one(Session session, long id, String account) {
    return read(session, id, id, any -> account).stream().findFirst();
  }

  /** The intents of these ids as they stand now, in order. */
  static List<Intent> read(Session session, long from, long to, LongFunction<String> accountNames) {
    Map<Long, Intent> intents = new LinkedHashMap<>();
    session
        .sql(
            "SELECT i.*, (SELECT p.text FROM decision d JOIN phrase p ON p.id = d.reason_id"
                + " WHERE d.link = i.decision_link) AS reason"
                + " FROM intent i WHERE i.id BETWEEN ? AND ? ORDER BY i.id")
        .number(from)
        .number(to)
        .list(row -> intent(row, accountNames))
        .forEach(intent -> intents.put(intent.id(), intent));
    for (IntentStep step : steps(session, from, to, Map.of())) {
      intents.computeIfPresent(
          step.intent(),
          (id, intent) -> intent.after(step.state(), step.atMillis(), step.detail()));
    }
    return new ArrayList<>(intents.values());
  }

  /** The transitions of these intents; only of the wanted ones where any are named. */
  static List<IntentStep> steps(Session session, long from, long to, Map<Long, String> wanted) {
    return session
        .sql(
            "SELECT intent_id, state, at_ms, detail FROM transition"
                + " WHERE intent_id BETWEEN ? AND ? ORDER BY intent_id, link")
        .number(from)
        .number(to)
        .list(
            row ->
                new IntentStep(
                    wanted.getOrDefault(row.number("intent_id"), ""),
                    row.number("intent_id"),
                    row.one(IntentState.class, "state"),
                    row.number("at_ms"),
                    row.text("detail")))
        .stream()
        .filter(step -> wanted.isEmpty() || wanted.containsKey(step.intent()))
        .toList();
  }

  private static Intent intent(Row row, LongFunction<String> accountNames) {
    return new Intent(
        row.number("id"),
        accountNames.apply(LinkKeys.account(row.number("decision_link"))),
        LinkKeys.sequence(row.number("decision_link")),
        row.one(Direction.class, "direction"),
        row.usdt("amount_e8"),
        IntentState.INTENT,
        row.number("decided_ms"),
        OptionalLong.empty(),
        OptionalLong.empty(),
        before(row),
        row.optionalText("reason").orElse(""),
        "");
  }

  private static Holdings before(Row row) {
    return new Holdings(
        row.number("before_read_ms"), row.usdt("before_earn_e8"), row.usdt("before_futures_e8"));
  }

  /** Adds the transitions of a window to what was read of it. */
  static void read(Session session, ChainWindow window, Span span, List<StoredLink> links) {
    window.read(
        session,
        "SELECT t.*, i.decision_link, i.decided_ms, i.direction, i.amount_e8, i.before_read_ms,"
            + " i.before_earn_e8, i.before_futures_e8"
            + " FROM transition t JOIN intent i ON i.id = t.intent_id"
            + " WHERE t.link BETWEEN ? AND ? AND t.at_ms >= ? AND t.at_ms < ?",
        span,
        (row, sequence) -> transition(row, window.account(), sequence),
        links);
  }

  private static Link transition(Row row, String account, long sequence) {
    IntentState state = row.one(IntentState.class, "state");
    return new Link.Transition(
        account,
        sequence,
        row.number("intent_id"),
        state,
        row.number("at_ms"),
        row.text("detail"),
        state == IntentState.INTENT ? Optional.of(opening(row)) : Optional.empty());
  }

  private static Link.Opening opening(Row row) {
    return new Link.Opening(
        LinkKeys.sequence(row.number("decision_link")),
        row.number("decided_ms"),
        row.one(Direction.class, "direction"),
        row.usdt("amount_e8"),
        before(row));
  }
}
