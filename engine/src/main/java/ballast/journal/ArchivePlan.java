package ballast.journal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to archive. */
final class ArchivePlan {
  private ArchivePlan() {}

  /** The closed months up to this one, as {@link Archiving} would cut them. */
  static List<Archived> of(Session session, YearMonth until) {
    List<Archived> planned = new ArrayList<>();
    for (AccountTable.Stored account : AccountTable.all(session)) {
      long after = Seam.endOf(SeamTable.of(session, account.id()));
      long callsFrom = Long.MIN_VALUE;
      for (YearMonth month : months(session, account, until)) {
        Optional<MonthCut> cut = cut(session, account, month, after);
        if (cut.isPresent()) {
          long ticks = ticks(session, account, cut.get().first(), cut.get().last());
          long calls = calls(session, account, callsFrom, Seam.endMillis(month));
          planned.add(new Archived(account.name(), month, Optional.empty(), ticks, calls, 0));
          after = cut.get().last();
          callsFrom = Seam.endMillis(month);
        }
      }
    }
    return planned;
  }

  /** The cut; empty where a month is not closed or has nothing that can be moved. */
  static Optional<MonthCut> cut(
      Session session, AccountTable.Stored account, YearMonth month, long after) {
    return MonthCut.of(session, account, month, after)
        .filter(cut -> ticks(session, account, cut.first(), cut.last()) > 0);
  }

  private static long calls(
      Session session, AccountTable.Stored account, long fromMillis, long toMillis) {
    return session
        .sql(
            "SELECT COUNT(*) AS calls FROM api_call WHERE account_id = ? AND at_ms >= ?"
                + " AND at_ms < ?")
        .number(account.id())
        .number(fromMillis)
        .number(toMillis)
        .first(row -> row.number("calls"))
        .orElse(0L);
  }

  /** The months of an account from its first tick that is in the tables to this one. */
  static List<YearMonth> months(Session session, AccountTable.Stored account, YearMonth until) {
    long after = Seam.endOf(SeamTable.of(session, account.id()));
    return Stream.concat(
            firstTime(session, account, TickTable.DECISIONS, "now_ms", after).stream(),
            firstTime(session, account, TickTable.SKIPS, "at_ms", after).stream())
        .min(Long::compare)
        .map(Seam::monthOf)
        .map(first -> Stream.iterate(first, month -> !month.isAfter(until), m -> m.plusMonths(1)))
        .orElse(Stream.empty())
        .toList();
  }

  private static Optional<Long> firstTime(
      Session session, AccountTable.Stored account, String table, String time, long after) {
    return session
        .sql(
            "SELECT "
                + time
                + " AS first_ms FROM "
                + table
                + " WHERE link BETWEEN ? AND ? ORDER BY link FETCH FIRST 1 ROW ONLY")
        .number(account.keys().of(after + 1))
        .number(account.keys().last())
        .first(row -> row.number("first_ms"));
  }

  /** How many ticks of a stretch are in the tables that moved nothing. */
  static long ticks(Session session, AccountTable.Stored account, long first, long last) {
    return session
        .sql(
            "SELECT (SELECT COUNT(*) FROM decision d WHERE d.link BETWEEN ? AND ?"
                + " AND d.kind <> 'MOVE')"
                + " + (SELECT COUNT(*) FROM skipped_tick k WHERE k.link BETWEEN ? AND ?) AS ticks"
                + " FROM account WHERE id = ?")
        .number(account.keys().of(first))
        .number(account.keys().of(last))
        .number(account.keys().of(first))
        .number(account.keys().of(last))
        .number(account.id())
        .first(row -> row.number("ticks"))
        .orElse(0L);
  }
}
