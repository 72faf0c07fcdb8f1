package ballast.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** One connection with its prepared statements. One thread at a time. */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * One for a question of many statements: all of them see the journal as the first one does,
   * whatever is written or archived meanwhile.
   */
  static Session ofOneMoment(Connection connection) {
    Session session = new Session(connection);
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
    return session;
  }

  Sql sql(String text) {
    return new Sql(prepared.computeIfAbsent(text, this::prepare));
  }

  private PreparedStatement prepare(String text) {
    try {
      return text.startsWith("INSERT INTO intent ")
          ? connection.prepareStatement(text, Statement.RETURN_GENERATED_KEYS)
          : connection.prepareStatement(text);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
