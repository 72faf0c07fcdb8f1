package ballast.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** A PostgreSQL database, which several nodes may share. */
final class PostgresPlace implements Place {
  private final String url;

  private PostgresPlace(String url) {
    this.url = url;
  }

  /** Brings the database up to date; Flyway lets one node at a time do so. */
  static PostgresPlace open(String url, Schema schema) {
    return open(url, schema, found -> {});
  }

  /** The same; says which version it found. */
  static PostgresPlace open(String url, Schema schema, IntConsumer version) {
    PostgresPlace place = new PostgresPlace(url);
    int found = place.version();
    version.accept(found);
    schema.requireNotNewer(found, place.name());
    if (found < schema.version()) {
      schema.migrate(url, "", "", place.name());
    }
    return place;
  }

  private int version() {
    try (Connection connection = connect()) {
      return Schema.versionOf(connection);
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  /** The URL without what follows the question mark, where a password may stand. */
  private String name() {
    int question = url.indexOf('?');
    return question < 0 ? url : url.substring(0, question);
  }

  /**
   * Rows that share a commit hold their account's lock for a second. Of an engine that stands still
   * in it the server ends the session, well before its lease runs out, so that another engine never
   * waits for it.
   */
  @Override
  public Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET idle_in_transaction_session_timeout = " + Lease.LENGTH.toMillis() / 2);
    }
    return connection;
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRES;
  }

  /** There is no place beside a server, so that every archive in it says where it is. */
  @Override
  public Path archives() {
    return Path.of("");
  }

  @Override
  public Optional<String> noRoom() {
    // the server's own disk is its administrator's
    return Optional.empty();
  }

  @Override
  public JournalException explain(SQLException exception) {
    String cause =
        String.valueOf(exception.getMessage()).lines().findFirst().orElse("unknown cause");
    return JournalException.passing(
        "the journal at "
            + name()
            + " failed ("
            + cause
            + "): check that PostgreSQL runs and lets Ballast in",
        exception);
  }

  @Override
  public Backup backup(Path file, long atMillis) {
    throw new JournalException(
        "the journal at " + name() + " is PostgreSQL's to back up: use pg_dump");
  }

  @Override
  public void reached(Map<String, Long> sequences) {
    // the server's own log knows
  }

  @Override
  public boolean hasGrown() {
    return false;
  }

  @Override
  public void shrink() {
    // the server's autovacuum does
  }

  @Override
  public void close() {
    // connections are closed by those who opened them
  }
}
