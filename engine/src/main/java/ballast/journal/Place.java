package ballast.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Where a journal's database is and how it is reached; closing it gives up its locks. */
interface Place extends AutoCloseable {
  /** A new connection to a database that is there and up to date. */
  Connection connect() throws SQLException;

  Dialect dialect();

  /** The folder of archives beside the journal, whether it is there or not. */
  Path archives();

  /** As {@link Journal#noRoom}. */
  Optional<String> noRoom();

  /** What went wrong, in one plain line. */
  JournalException explain(SQLException exception);

  /**
   * Makes a verified copy of all that is committed.
   *
   * @throws JournalException when it is not made; nothing of it is left
   */
  Backup backup(Path file, long atMillis);

  /**
   * Notes, where that is needed to know a journal that lost its end, how far it reaches.
   *
   * @param sequences the last of each account; all of it lasts
   */
  void reached(Map<String, Long> sequences);

  /** True when so much room is wasted that {@link #shrink} should be called while work goes on. */
  boolean hasGrown();

  /**
   * Gives back the room that nothing needs any more, as well as it can. The caller has no
   * connection open.
   */
  void shrink();

  @Override
  void close();
}
