package ballast.journal;

import ballast.alert.Delivery;
import ballast.alert.Notice;
import ballast.alert.Rule;
import ballast.alert.Subject;
import java.util.List;
import java.util.Optional;

/** What became of notices. */
final class AlertTable {
  private AlertTable() {}

  static void insert(Session session, Delivery delivery) {
    Notice notice = delivery.notice();
    session
        .sql(
            "INSERT INTO alert_delivery (at_ms, kind, rule, account, detail, since_ms, notice_ms,"
                + " notice, channel, outcome, attempts, failure)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .number(delivery.atMillis())
        .name(notice.kind())
        .name(notice.subject().map(Subject::rule))
        .text(notice.account())
        .text(notice.detail())
        .number(notice.sinceMillis())
        .number(notice.atMillis())
        .number(notice.count())
        .text(delivery.channel())
        .name(delivery.outcome())
        .number(delivery.attempts())
        .text(delivery.failure())
        .run();
  }

  /** Those in a span, in order. */
  static List<Delivery> read(Session session, Span span) {
    return session
        .sql("SELECT * FROM alert_delivery WHERE at_ms >= ? AND at_ms < ? ORDER BY id")
        .number(span.fromMillis())
        .number(span.toMillis())
        .list(AlertTable::delivery)
        .stream()
        .filter(delivery -> span.covers(delivery.notice().account()))
        .toList();
  }

  private static Delivery delivery(Row row) {
    Optional<Subject> subject =
        row.optional(Rule.class, "rule").map(rule -> new Subject(rule, row.text("account")));
    Notice notice =
        new Notice(
            row.one(Notice.Kind.class, "kind"),
            subject,
            row.text("detail"),
            row.number("since_ms"),
            row.number("notice_ms"),
            (int) row.number("notice"));
    return new Delivery(
        notice,
        row.text("channel"),
        row.one(Delivery.Outcome.class, "outcome"),
        (int) row.number("attempts"),
        row.text("failure"),
        row.number("at_ms"));
  }
}
