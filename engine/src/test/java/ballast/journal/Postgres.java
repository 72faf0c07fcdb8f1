package ballast.journal;

import ballast.SharedPostgres;
import org.jspecify.annotations.Nullable;

/** One journal in PostgreSQL for all tests of this room, because its migrations take a second. */
final class Postgres {
  private static @Nullable SharedPostgres database;

  private Postgres() {}

  private static synchronized SharedPostgres database() {
    SharedPostgres made = database;
    if (made == null) {
      made = SharedPostgres.database();
      JournalStore.openPostgres(made.url(), System::nanoTime).close();
      database = made;
    }
    return made;
  }

  /**
   * The URL of the journal, with nothing in it.
   *
   * @throws org.opentest4j.TestAbortedException where no PostgreSQL can be started
   */
  static String emptied() {
    run(
        "TRUNCATE account, policy, phrase, snapshot, decision, skipped_tick, intent, transition,"
            + " operator_act, foreign_move, active_intent, lease, account_key, api_call, archive,"
            + " alert_delivery RESTART IDENTITY");
    return database().url();
  }

  /** Runs one statement. */
  static void run(String statement) {
    database().run(statement);
  }
}
