package ballast.journal;

import ballast.venue.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Calls that went to the exchange. */
final class CallTable {
  static final String NAME = "api_call";

  static final int PAGE = 5_000;

  private static final String QUERY =
      "SELECT c.*, (SELECT p.text FROM phrase p WHERE p.id = c.endpoint_id) AS endpoint"
          + " FROM api_call c WHERE c.id BETWEEN ? AND ? AND c.at_ms >= ? AND c.at_ms < ?";

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

  /**
   * Reads the calls in a span page by page.
   *
   * @param archived by account id; what is in their files is left out
   */
  static void read(
      Session session,
      Span span,
      LongFunction<String> accountNames,
      Map<Long, List<Seam>> archived,
      BiConsumer<String, ApiCall> sink) {
    IdRange ids = ids(session, span);
    for (long from = ids.first(); from <= ids.last(); from += PAGE) {
      page(session, from, ids.last(), span, row -> stored(row, accountNames, archived)).stream()
          .flatMap(Optional::stream)
          .filter(made -> span.covers(made.account()))
          .forEach(made -> sink.accept(made.account(), made.call()));
    }
  }

  /** Tells what the calls of a span weighed, by quarter of an hour. */
  static void weights(
      Session session,
      Span span,
      LongFunction<String> accountNames,
      JournalReader.WeightSink sink) {
    IdRange ids = ids(session, span);
    session
        .sql(
            "SELECT c.account_id, MIN(c.at_ms) AS at_ms, SUM(c.weight) AS weight FROM api_call c"
                + " WHERE c.id BETWEEN ? AND ? AND c.at_ms >= ? AND c.at_ms < ?"
                + " GROUP BY c.account_id, c.at_ms / 900000")
        .number(ids.first())
        .number(ids.last())
        .number(span.fromMillis())
        .number(span.toMillis())
        .list(CallTable::weight)
        .stream()
        .filter(weight -> span.covers(accountNames.apply(weight.account)))
        .forEach(
            weight -> sink.add(accountNames.apply(weight.account), weight.atMillis, weight.sum));
  }

  /** What the calls of an account weighed in a quarter of an hour. */
  private record Weight(long account, long atMillis, long sum) {}

  private static Weight weight(Row row) {
    return new Weight(row.number("account_id"), row.number("at_ms"), row.number("weight"));
  }

  private static Optional<AccountCall> stored(
      Row row, LongFunction<String> accountNames, Map<Long, List<Seam>> archived) {
    long account = row.number("account_id");
    boolean elsewhere =
        archived.getOrDefault(account, List.of()).stream()
            .anyMatch(seam -> seam.hasCall(row.number("id"), row.number("at_ms")));
    return elsewhere
        ? Optional.empty()
        : Optional.of(new AccountCall(accountNames.apply(account), call(row)));
  }

  /** The ids of the calls in a span, and perhaps of others between them. */
  static IdRange ids(Session session, Span span) {
    return IdRange.of(
        session,
        "SELECT MIN(id) AS first_id, MAX(id) AS last_id FROM api_call"
            + " WHERE at_ms >= ? AND at_ms < ?",
        span);
  }

  /** The calls of a span from one id on, a page at most. */
  static <T> List<T> page(
      Session session, long from, long last, Span span, Function<Row, T> reading) {
    return session
        .sql(QUERY + " ORDER BY c.id")
        .number(from)
        .number(Math.min(last, from + PAGE - 1))
        .number(span.fromMillis())
        .number(span.toMillis())
        .list(reading);
  }

  /** A row of a page, or what an archive has of it. */
  static ApiCall call(Row row) {
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
