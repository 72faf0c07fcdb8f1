package ballast.journal;

import ballast.journal.Archiving.Step;
import java.util.List;
import java.util.function.Consumer;

/**
 * Deletes the rows that are in files, some thousand at a time, so that no transaction is long.
 * Repeating it does no harm.
 */
final class ArchivePruning {
  private static final long CHUNK = 20_000;

  private final Session session;
  private final Dialect dialect;
  private final Consumer<Step> steps;

  ArchivePruning(Session session, Dialect dialect, Consumer<Step> steps) {
    this.session = session;
    this.dialect = dialect;
    this.steps = steps;
  }

  void prune(AccountTable.Stored account, Seam seam) {
    for (long from = seam.first(); from <= seam.last(); from += CHUNK) {
      ticks(account.keys(), from, Math.min(seam.last(), from + CHUNK - 1));
    }
    IdRange calls = CallTable.ids(session, Span.before(Seam.endMillis(seam.month())));
    for (long from = calls.first(); from <= seam.contents().lastCall(); from += CHUNK) {
      calls(seam, from, Math.min(seam.contents().lastCall(), from + CHUNK - 1));
    }
    dialect.harden(session);
    steps.accept(Step.PRUNED);
  }

  private void ticks(LinkKeys keys, long first, long last) {
    int deleted =
        delete("decision WHERE link BETWEEN ? AND ? AND kind <> 'MOVE'", keys, first, last)
            + delete("skipped_tick WHERE link BETWEEN ? AND ?", keys, first, last);
    if (deleted > 0) {
      // with what is left: the moves
      session
          .sql(
              "DELETE FROM snapshot WHERE link BETWEEN ? AND ?"
                  + " AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.link = snapshot.link)")
          .number(keys.of(first))
          .number(keys.of(last))
          .run();
    }
    commit(deleted);
  }

  private int delete(String what, LinkKeys keys, long first, long last) {
    return session.sql("DELETE FROM " + what).number(keys.of(first)).number(keys.of(last)).run();
  }

  private void calls(Seam seam, long first, long last) {
    commit(
        session
            .sql("DELETE FROM api_call WHERE id BETWEEN ? AND ? AND account_id = ? AND at_ms < ?")
            .number(first)
            .number(last)
            .number(seam.account())
            .number(Seam.endMillis(seam.month()))
            .run());
  }

  private void commit(int deleted) {
    session.commit();
    if (deleted > 0) {
      steps.accept(Step.PRUNING);
    }
  }

  /**
   * Deletes the texts that no row has any more. Nobody can append meanwhile, and what a running
   * engine remembers are texts of rows that are still there.
   */
  void prunePhrases() {
    List<String> accounts =
        AccountTable.all(session).stream().map(AccountTable.Stored::name).toList();
    accounts.forEach(account -> AccountTable.lock(session, account));
    session
        .sql(
            "DELETE FROM phrase WHERE id NOT IN (SELECT reason_id FROM decision"
                + " UNION SELECT tiers_id FROM decision WHERE tiers_id IS NOT NULL"
                + " UNION SELECT reason_id FROM skipped_tick"
                + " UNION SELECT endpoint_id FROM api_call)")
        .run();
    session.commit();
    dialect.harden(session);
  }
}
