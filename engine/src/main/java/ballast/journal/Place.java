package ballast.journal;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a journal's database is and how it is reached; closing it gives up its locks. */
interface Place extends AutoCloseable {
  /** A new connection to a database that is there and up to date. */
  Connection connect() throws SQLException;

  Dialect dialect();

  /**
   * Called before an intent is written.
   *
   * @throws JournalException when the disk is too full for it and what follows it
   */
  void requireRoom();

  /** What went wrong, in one plain line. */
  JournalException explain(SQLException exception);

  @Override
  void close();
}
