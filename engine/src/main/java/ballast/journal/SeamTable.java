package ballast.journal;

import java.time.YearMonth;
import java.util.List;

/** The seams of each account, in the order of its chain. */
final class SeamTable {
  private SeamTable() {}

  static List<Seam> of(Session session, long account) {
    return session
        .sql("SELECT * FROM archive WHERE account_id = ? ORDER BY first_sequence")
        .number(account)
        .list(SeamTable::seam);
  }

  private static Seam seam(Row row) {
    return new Seam(
        row.number("account_id"),
        YearMonth.parse(row.text("utc_month")),
        row.number("first_sequence"),
        row.number("last_sequence"),
        row.digest("head"),
        new Seam.Contents(
            row.number("from_ms"),
            row.number("to_ms"),
            row.number("decisions"),
            row.number("skips"),
            row.number("calls"),
            row.number("last_call")),
        row.text("folder"),
        row.text("file"),
        row.number("bytes"),
        row.digest("sha256"));
  }

  static void insert(Session session, Seam seam) {
    Seam.Contents contents = seam.contents();
    session
        .sql(
            "INSERT INTO archive (account_id, utc_month, first_sequence, last_sequence, head,"
                + " from_ms, to_ms, decisions, skips, calls, last_call, folder, file, bytes,"
                + " sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .number(seam.account())
        .text(seam.month().toString())
        .number(seam.first())
        .number(seam.last())
        .digest(seam.head())
        .number(contents.fromMillis())
        .number(contents.toMillis())
        .number(contents.decisions())
        .number(contents.skips())
        .number(contents.calls())
        .number(contents.lastCall())
        .text(seam.folder())
        .text(seam.file())
        .number(seam.bytes())
        .digest(seam.sha256())
        .run();
  }
}
