package ballast.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An H2 database without a disk: the tables and statements of the journal that ships, fast enough
 * for years. It outlives the journals that are opened on it; a crash loses what was not committed.
 * One thread at a time.
 */
public final class H2InMemory implements AutoCloseable {
  private static final AtomicLong MADE = new AtomicLong();
  private static final List<String> TABLES = tables();

  /** Nothing is committed but by the clock that the journal was given. */
  private static final long NEVER_MILLIS = TimeUnit.DAYS.toMillis(1);

  private final String url = url();
  private final Connection keeper;
  private @Nullable Running process;

  public H2InMemory() {
    try {
      keeper = DriverManager.getConnection(url);
      try (Statement statement = keeper.createStatement()) {
        for (String sql : TABLES) {
          statement.execute(sql);
        }
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static String url() {
    return "jdbc:h2:mem:journal" + MADE.incrementAndGet();
  }

  /** Migrated once, because that takes half a second. */
  private static List<String> tables() {
    String url = url();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      Schema.CURRENT.migrate(url, "", "", "a database in memory");
      List<String> script = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("SCRIPT")) {
        while (rows.next()) {
          script.add(rows.getString(1));
        }
      }
      return script;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * Starts a process on it; the one before must have died.
   *
   * @param nanoTime a monotonic clock
   */
  public Journal open(LongSupplier nanoTime) {
    Running started = new Running(nanoTime);
    process = started;
    return started.journal;
  }

  /** The process dies. */
  public void crash() {
    Running dying = process;
    process = null;
    if (dying != null) {
      dying.die();
    }
  }

  @Override
  public void close() {
    crash();
    try {
      keeper.close();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** What dies with a process: its connections, and the journal's memory of the tables. */
  private final class Running implements Place {
    private final List<Connection> connections = new ArrayList<>();
    private final SqlJournal journal;

    Running(LongSupplier nanoTime) {
      journal = new SqlJournal(this, nanoTime, NEVER_MILLIS);
    }

    void die() {
      try {
        for (Connection connection : connections) {
          if (!connection.isClosed()) {
            connection.rollback();
            connection.close();
          }
        }
        journal.lease("nobody's"); // it notices that the database is gone, and writes no more
      } catch (SQLException e) {
        throw new SqlFailure(e);
      } catch (JournalException gone) {
        journal.close();
      }
    }

    @Override
    public Connection connect() throws SQLException {
      Connection connection = DriverManager.getConnection(url);
      connections.add(connection);
      return connection;
    }

    @Override
    public Dialect dialect() {
      return Dialect.H2;
    }

    @Override
    public Path archives() {
      return Path.of("");
    }

    @Override
    public Optional<String> noRoom() {
      return Optional.empty();
    }

    @Override
    public JournalException explain(SQLException exception) {
      return new JournalException("the journal in memory failed", exception);
    }

    @Override
    public Backup backup(Path file, long atMillis) {
      throw new JournalException("a journal in memory has no backup");
    }

    @Override
    public void reached(Map<String, Long> sequences) {
      // nobody cuts it off
    }

    @Override
    public boolean hasGrown() {
      return false;
    }

    @Override
    public void shrink() {
      // it has no file
    }

    @Override
    public void close() {
      // its connections are closed one by one
    }
  }
}
