package ballast.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One PostgreSQL for all test classes of a run, because it takes seconds to start. */
final class Postgres {
  private static @Nullable EmbeddedPostgres server;
  private static String absent = "";

  private Postgres() {}

  /**
   * The running server; it ends with the process.
   *
   * @throws TestAbortedException saying why, where none can be started
   */
  static synchronized EmbeddedPostgres server() {
    if (server == null && absent.isEmpty()) {
      try {
        EmbeddedPostgres started = EmbeddedPostgres.start();
        JournalStore.openPostgres(url(started), System::nanoTime).close();
        server = started;
      } catch (IOException | IllegalStateException e) {
        absent = "no PostgreSQL can be started here: " + e.getMessage();
      }
    }
    if (server == null) {
      throw new TestAbortedException(absent);
    }
    return server;
  }

  /** The URL of an empty journal on it. */
  static String emptied() {
    EmbeddedPostgres running = server();
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "TRUNCATE account, policy, phrase, snapshot, decision, skipped_tick, intent,"
              + " transition, operator_act, foreign_move, active_intent, lease, api_call"
              + " RESTART"
              + " IDENTITY");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return url(running);
  }

  private static String url(EmbeddedPostgres running) {
    return running.getJdbcUrl("postgres", "postgres");
  }
}
