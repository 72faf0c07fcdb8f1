package ballast.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A prepared statement, given its values one after the other and then run. */
final class Sql {
  private final PreparedStatement statement;
  private int given;

  Sql(PreparedStatement statement) {
    this.statement = statement;
  }

  private interface Setting {
    void set(int index) throws SQLException;
  }

  private Sql give(Setting setting) {
    given++;
    try {
      setting.set(given);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
    return this;
  }

  Sql number(long value) {
    return give(index -> statement.setLong(index, value));
  }

  Sql number(OptionalLong value) {
    return value.isPresent()
        ? number(value.getAsLong())
        : give(index -> statement.setNull(index, Types.BIGINT));
  }

  Sql flag(boolean value) {
    return give(index -> statement.setBoolean(index, value));
  }

  Sql text(String value) {
    return give(index -> statement.setString(index, value));
  }

  Sql name(Enum<?> value) {
    return text(value.name());
  }

  Sql name(Optional<? extends Enum<?>> value) {
    return value.isPresent()
        ? name(value.get())
        : give(index -> statement.setNull(index, Types.VARCHAR));
  }

  Sql digest(Digest value) {
    return give(index -> statement.setBytes(index, value.bytes()));
  }

  /** Runs a change and says how many rows it met. */
  int run() {
    try {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Runs an insert and says which id the row was given. */
  long runForId() {
    run();
    try (ResultSet keys = statement.getGeneratedKeys()) {
      keys.next();
      return keys.getLong("id");
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  <T> List<T> list(Function<Row, T> reading) {
    try (ResultSet results = statement.executeQuery()) {
      Row row = new SqlRow(results);
      List<T> list = new ArrayList<>();
      while (results.next()) {
        list.add(reading.apply(row));
      }
      return list;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The first row, or empty when there is none. */
  <T> Optional<T> first(Function<Row, T> reading) {
    try (ResultSet results = statement.executeQuery()) {
      return results.next() ? Optional.of(reading.apply(new SqlRow(results))) : Optional.empty();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
