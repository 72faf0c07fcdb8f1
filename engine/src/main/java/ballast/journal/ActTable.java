package ballast.journal;

import ballast.strategy.Direction;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What operators did. */
final class ActTable {
  private ActTable() {}

  static void insert(Session session, long key, OperatorAct act, Digest hash) {
    session
        .sql(
            "INSERT INTO operator_act (link, at_ms, kind, direction, intent_id, reason, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .number(key)
        .number(act.atMillis())
        .name(act.kind())
        .name(act.direction())
        .number(act.intent())
        .text(act.reason())
        .digest(hash)
        .run();
  }

  /** The directions paused after all acts of the account. */
  static Set<Direction> paused(Session session, AccountTable.Stored account) {
    Set<Direction> paused = EnumSet.noneOf(Direction.class);
    read(session, account, Span.everything()).forEach(act -> Rulebook.apply(act, paused));
    return paused;
  }

  /** The account's acts in a span, in the order of its chain. */
  static List<OperatorAct> read(Session session, AccountTable.Stored account, Span span) {
    return session
        .sql(
            "SELECT * FROM operator_act WHERE link BETWEEN ? AND ? AND at_ms >= ? AND at_ms < ?"
                + " ORDER BY link")
        .number(account.keys().of(0))
        .number(account.keys().last())
        .number(span.fromMillis())
        .number(span.toMillis())
        .list(row -> act(row, account.name()));
  }

  /** Adds the acts of a window to what was read of it. */
  static void read(Session session, ChainWindow window, Span span, List<StoredLink> links) {
    window.read(
        session,
        "SELECT * FROM operator_act WHERE link BETWEEN ? AND ? AND at_ms >= ? AND at_ms < ?",
        span,
        (row, sequence) -> new Link.Act(sequence, act(row, window.account())),
        links);
  }

  private static OperatorAct act(Row row, String account) {
    return new OperatorAct(
        account,
        row.number("at_ms"),
        row.one(OperatorAct.Kind.class, "kind"),
        row.optional(Direction.class, "direction"),
        row.number("intent_id"),
        row.text("reason"));
  }
}
