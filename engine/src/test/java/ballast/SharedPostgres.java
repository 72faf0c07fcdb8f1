package ballast;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The one PostgreSQL of this JVM, started when it is first asked for and stopped when the JVM ends.
 * Whoever asks has a database of its own.
 */
public final class SharedPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;

  private final int port;
  private final String database;

  private SharedPostgres(int port, String database) {
    this.port = port;
    this.database = database;
  }

  /**
   * A new, empty database.
   *
   * @throws TestAbortedException where no PostgreSQL can be started
   */
  public static synchronized SharedPostgres database() {
    EmbeddedPostgres running = server;
    try {
      if (running == null) {
        running = EmbeddedPostgres.start();
        server = running;
      }
      String name = "ballast" + DATABASES.incrementAndGet();
      run(running.getPostgresDatabase().getConnection(), "CREATE DATABASE " + name);
      return new SharedPostgres(running.getPort(), name);
    } catch (IOException | IllegalStateException e) {
      throw new TestAbortedException("no PostgreSQL can be started here: " + e.getMessage());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server's port. */
  public int port() {
    return port;
  }

  /** How a journal names the database. */
  public String url() {
    return url(port);
  }

  /** The same through another port. */
  public String url(int throughPort) {
    return "jdbc:postgresql://127.0.0.1:" + throughPort + "/" + database + "?user=postgres";
  }

  /** A connection that the caller closes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  /** Runs one statement. */
  public void run(String statement) {
    try {
      run(connect(), statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(Connection opened, String statement) throws SQLException {
    try (Connection connection = opened;
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
