package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The journal in PostgreSQL, with a second node beside it. */
class PostgresJournalTest extends JournalContractTest {
  private static @Nullable EmbeddedPostgres server;
  private static String absent = "";

  private String url = "";

  @BeforeAll
  static void starts() {
    try {
      EmbeddedPostgres started = EmbeddedPostgres.start();
      JournalStore.openPostgres(url(started), System::nanoTime).close();
      server = started;
    } catch (IOException | IllegalStateException e) {
      absent = "no PostgreSQL can be started here: " + e.getMessage();
    }
  }

  @AfterAll
  static void stops() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static String url(EmbeddedPostgres running) {
    return running.getJdbcUrl("postgres", "postgres");
  }

  @Override
  Journal empty() {
    EmbeddedPostgres running = server;
    if (running == null) {
      throw new TestAbortedException(absent);
    }
    url = url(running);
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "TRUNCATE account, policy, phrase, snapshot, decision, skipped_tick, intent,"
              + " transition, operator_act, foreign_move, active_intent, api_call RESTART"
              + " IDENTITY");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return JournalStore.openPostgres(url, System::nanoTime);
  }

  @Test
  void aSecondNodeSeesTheBooksAndMayNotOpenASecondIntent() {
    try (Journal one = empty();
        Journal other = JournalStore.openPostgres(url, System::nanoTime)) {
      long policy = one.adopt("main", Ticks.POLICY, Ticks.START);
      AccountSnapshot snapshot = Ticks.account(Ticks.START, "1.4");
      Decision move = Ticks.decide(Ticks.POLICY, snapshot, other.books("main", Ticks.START));
      Intent intent = one.intend("main", policy, snapshot, move, Ticks.holdings(Ticks.START));

      assertThat(other.books("main", Ticks.START).open()).contains(intent);
      assertThatThrownBy(
              () -> other.intend("main", policy, snapshot, move, Ticks.holdings(Ticks.START)))
          .isInstanceOf(IllegalStateException.class);
      Intent sending = other.advance(intent, IntentState.SENDING, Ticks.START + 1, "");
      assertThat(one.books("main", Ticks.START).open()).contains(sending);
      assertThatThrownBy(() -> one.advance(intent, IntentState.ABANDONED, Ticks.START, ""))
          .isInstanceOf(IllegalStateException.class);
      assertThat(one.reader().check().breaks()).isEmpty();
    }
  }

  @Test
  void nodesWithAccountsOfTheirOwnDoNotWaitForEachOther() {
    try (Journal one = empty();
        Journal other = JournalStore.openPostgres(url, () -> 0)) {
      long policy = one.adopt("main", Ticks.POLICY, Ticks.START);
      other.adopt("second", Ticks.POLICY, Ticks.START);
      // this group stays uncommitted while the other node writes and commits its own
      one.skip("main", policy, Ticks.START, "unreachable");
      other.skip("second", policy, Ticks.START, "unreachable");
      other.flush();
      one.flush();
      assertThat(one.reader().check().links()).isEqualTo(2);
    }
  }

  @Test
  void aLostConnectionIsReportedAndReplaced() throws SQLException {
    try (Journal journal = empty()) {
      journal.adopt("main", Ticks.POLICY, Ticks.START);
      try (Connection connection =
              Objects.requireNonNull(server).getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
      }
      assertThatThrownBy(() -> journal.books("main", Ticks.START))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("jdbc:postgresql");
      assertThat(journal.books("main", Ticks.START).open()).isEmpty();
    }
  }
}
