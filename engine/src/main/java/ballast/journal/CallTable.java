package ballast.journal;

import ballast.venue.ApiCall;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/** Calls that went to the exchange. */
final class CallTable {
  private static final int PAGE = 5_000;

  private CallTable() {}

  static void insert(Session session, long account, ApiCall call, PhraseTable phrases) {
    session
        .sql(
            "INSERT INTO api_call (account_id, at_ms, endpoint_id, http_status, code, weight,"
                + " latency_us) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .number(account)
        .number(call.atMillis())
        .number(phrases.id(session, call.method() + " " + call.path()))
        .number(call.httpStatus())
        .number(call.code())
        .number(call.weight())
        .number(call.latencyMicros())
        .run();
  }

  /** Reads the calls in a span page by page. */
  static void read(
      Session session,
      Span span,
      LongFunction<String> accountNames,
      BiConsumer<String, ApiCall> sink) {
    IdRange ids =
        IdRange.of(
            session,
            "SELECT MIN(id) AS first_id, MAX(id) AS last_id FROM api_call"
                + " WHERE at_ms >= ? AND at_ms < ?",
            span);
    for (long from = ids.first(); from <= ids.last(); from += PAGE) {
      session
          .sql(
              "SELECT c.*, (SELECT p.text FROM phrase p WHERE p.id = c.endpoint_id) AS endpoint"
                  + " FROM api_call c WHERE c.id BETWEEN ? AND ? AND c.at_ms >= ? AND c.at_ms < ?"
                  + " ORDER BY c.id")
          .number(from)
          .number(Math.min(ids.last(), from + PAGE - 1))
          .number(span.fromMillis())
          .number(span.toMillis())
          .list(row -> new AccountCall(name(row, accountNames), call(row)))
          .stream()
          .filter(made -> span.covers(made.account()))
          .forEach(made -> sink.accept(made.account(), made.call()));
    }
  }

  private static String name(Row row, LongFunction<String> accountNames) {
    return accountNames.apply(row.number("account_id"));
  }

  private static ApiCall call(Row row) {
    String endpoint = row.text("endpoint");
    int space = endpoint.indexOf(' ');
    return new ApiCall(
        row.number("at_ms"),
        endpoint.substring(0, space),
        endpoint.substring(space + 1),
        (int) row.number("http_status"),
        (int) row.number("code"),
        (int) row.number("weight"),
        row.number("latency_us"));
  }
}
