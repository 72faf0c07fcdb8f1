package ballast.journal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Where an account's chain is cut for a month: after the last link before the first tick of a later
 * month, and where an intent is open there, before the decision that led to it.
 *
 * @param month which one
 * @param first sequence of the stretch
 * @param last sequence of the stretch
 * @param head the hash of the last link
 */
record MonthCut(YearMonth month, long first, long last, Digest head) {
  private static final long WINDOW = 2_000;

  /**
   * The cut; empty while the account has decided nothing after the month, because its last decision
   * is what the next one rests on, or when nothing is left before it.
   *
   * @param after the place up to which the chain is cut already
   */
  static Optional<MonthCut> of(
      Session session, AccountTable.Stored account, YearMonth month, long after) {
    OptionalLong decision = firstAfter(session, account, TickTable.DECISIONS, "now_ms", month);
    if (decision.isEmpty()) {
      return Optional.empty();
    }
    long end =
        LongStream.concat(
                    decision.stream(),
                    firstAfter(session, account, TickTable.SKIPS, "at_ms", month).stream())
                .min()
                .orElseThrow()
            - 1;
    long last = beforeOpenIntent(session, account, LinkKeys.sequence(end));
    if (last <= after) {
      return Optional.empty();
    }
    return Optional.of(
        new MonthCut(
            month,
            after + 1,
            last,
            LinkHash.at(session, account.keys().of(last))
                .orElseThrow(() -> missing(account, last))));
  }

  private static JournalException missing(AccountTable.Stored account, long sequence) {
    return new JournalException(
        "account " + account.name() + ", sequence " + sequence + " is missing: run ballast verify");
  }

  private static OptionalLong firstAfter(
      Session session, AccountTable.Stored account, String table, String time, YearMonth month) {
    return session
        .sql(
            "SELECT link FROM "
                + table
                + " WHERE "
                + time
                + " >= ? AND link / 1000000000000 = ? ORDER BY "
                + time
                + ", link FETCH FIRST 1 ROW ONLY")
        .number(Seam.endMillis(month))
        .number(account.id())
        .first(row -> row.number("link"))
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  private static long beforeOpenIntent(
      Session session, AccountTable.Stored account, long sequence) {
    return session
        .sql(
            "SELECT t.state, i.decision_link FROM transition t JOIN intent i ON i.id = t.intent_id"
                + " WHERE t.link BETWEEN ? AND ? ORDER BY t.link DESC FETCH FIRST 1 ROW ONLY")
        .number(account.keys().of(0))
        .number(account.keys().of(sequence))
        .first(
            row ->
                row.one(IntentState.class, "state").isTerminal()
                    ? sequence
                    : LinkKeys.sequence(row.number("decision_link")) - 1)
        .orElse(sequence);
  }

  /** The stretch in windows, of which each fits in memory. */
  List<ChainWindow> windows(AccountTable.Stored account) {
    List<ChainWindow> windows = new ArrayList<>();
    for (long from = first; from <= last; from += WINDOW) {
      windows.add(
          new ChainWindow(account.name(), account.keys(), from, Math.min(last, from + WINDOW - 1)));
    }
    return windows;
  }

  /** The seam that is here when the file has these contents; the file has no name yet. */
  Seam seam(
      AccountTable.Stored account,
      Seam.Contents contents,
      String folder,
      long bytes,
      Digest sha256) {
    String name =
        account.name().replaceAll("[^a-zA-Z0-9-]", "_")
            + "-"
            + month
            + "-"
            + sha256.hex().substring(0, 8)
            + ".ndjson.gz";
    return new Seam(account.id(), month, first, last, head, contents, folder, name, bytes, sha256);
  }
}
