package ballast.journal;

import java.sql.SQLException;

/** Carries an SQLException to the edge of this room, where it becomes a plain line. */
final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SQLException exception;

  SqlFailure(SQLException exception) {
    super(exception);
    this.exception = exception;
  }

  SQLException exception() {
    return exception;
  }
}
