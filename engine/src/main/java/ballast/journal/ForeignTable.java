package ballast.journal;

import ballast.strategy.Usdt;
import java.util.List;
import java.util.Optional;

/** What others moved. */
final class ForeignTable {
  private ForeignTable() {}

  static void insert(Session session, long key, ForeignMove move, Digest hash) {
    session
        .sql(
            "INSERT INTO foreign_move (link, at_ms, before_e8, now_e8, hash)"
                + " VALUES (?, ?, ?, ?, ?)")
        .number(key)
        .number(move.atMillis())
        .number(move.before().e8())
        .number(move.now().e8())
        .digest(hash)
        .run();
  }

  /** What was noticed in a span, in the order of the account's chain. */
  static List<ForeignMove> read(Session session, AccountTable.Stored account, Span span) {
    return session
        .sql(
            "SELECT * FROM foreign_move WHERE link BETWEEN ? AND ? AND at_ms >= ? AND at_ms < ?"
                + " ORDER BY link")
        .number(account.keys().of(0))
        .number(account.keys().last())
        .number(span.fromMillis())
        .number(span.toMillis())
        .list(row -> move(row, account.name()));
  }

  /** What others moved on a day, both ways together. */
  static Usdt moved(Session session, AccountTable.Stored account, Day day) {
    Span span = new Span(Optional.empty(), day.fromMillis(), day.toMillis());
    return read(session, account, span).stream()
        .map(ForeignMove::size)
        .reduce(Usdt.ZERO, Usdt::plus);
  }

  /** LDUSDT in Futures after the last of them, if it comes after this link. */
  static Optional<Usdt> inFuturesSince(Session session, LinkKeys keys, long link) {
    return session
        .sql(
            "SELECT now_e8 FROM foreign_move WHERE link BETWEEN ? AND ?"
                + " ORDER BY link DESC FETCH FIRST 1 ROW ONLY")
        .number(link)
        .number(keys.last())
        .first(row -> row.usdt("now_e8"));
  }

  /** Adds the moves of a window to what was read of it. */
  static void read(Session session, ChainWindow window, Span span, List<StoredLink> links) {
    window.read(
        session,
        "SELECT * FROM foreign_move WHERE link BETWEEN ? AND ? AND at_ms >= ? AND at_ms < ?",
        span,
        (row, sequence) -> new Link.Foreign(sequence, move(row, window.account())),
        links);
  }

  private static ForeignMove move(Row row, String account) {
    return new ForeignMove(account, row.number("at_ms"), row.usdt("before_e8"), row.usdt("now_e8"));
  }
}
