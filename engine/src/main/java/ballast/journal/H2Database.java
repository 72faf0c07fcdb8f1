package ballast.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An H2 file and every connection to it. As it closes, H2 marks a file as closed cleanly, and
 * compacts it in place, before it has forced what it wrote last, and a power cut in that moment
 * makes it believe the mark and miss a page. So it is never let close by itself: a connection of
 * this object's own keeps it open until {@link #end}, which writes nothing, as if the process had
 * been killed. Safe for several threads.
 */
final class H2Database {
  static final String USER = "BALLAST";

  private static final Logger log = LoggerFactory.getLogger(H2Database.class);
  private static final String OPTIONS =
      ";WRITE_DELAY=0;FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=0";

  private final String path;
  private final String password;
  private @Nullable Connection keeper;

  /**
   * @param path of the file without {@code .mv.db}, after the prefix of another of H2's file
   *     systems if there is one
   */
  H2Database(String path, String password) {
    this.path = path;
    this.password = password;
  }

  /** Of a file that is there, unless the settings say otherwise. */
  String url(String settings) {
    return "jdbc:h2:file:" + path + OPTIONS + settings;
  }

  String url() {
    return url(";IFEXISTS=TRUE");
  }

  synchronized Connection connect() throws SQLException {
    Connection kept = keeper;
    if (kept == null || kept.isClosed()) { // H2 closes all when a disk fails
      keeper = open(url());
    }
    return open(url());
  }

  /** One that H2 writes nothing for. No other may be open. */
  Connection connectReading() throws SQLException {
    return open(url(";IFEXISTS=TRUE;ACCESS_MODE_DATA=r"));
  }

  private Connection open(String url) throws SQLException {
    return DriverManager.getConnection(url, USER, password);
  }

  /** True when somebody has a connection just now. */
  synchronized boolean isUsed() throws SQLException {
    Connection kept = keeper;
    if (kept == null || kept.isClosed()) {
      return false;
    }
    try (Statement statement = kept.createStatement();
        ResultSet sessions =
            statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")) {
      sessions.next();
      return sessions.getInt(1) > 1;
    }
  }

  /**
   * Lets the file go as it is; whoever is still connected is no longer. What was forced is safe.
   */
  synchronized void end() {
    Connection kept = keeper;
    keeper = null;
    if (kept == null) {
      return;
    }
    try (kept;
        Statement statement = kept.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      log.debug("it had ended by itself", e);
    }
  }
}
