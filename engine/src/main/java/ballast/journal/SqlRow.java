package ballast.journal;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The row that a query stands on. */
final class SqlRow implements Row {
  private final ResultSet results;

  SqlRow(ResultSet results) {
    this.results = results;
  }

  @Override
  public long number(String column) {
    try {
      return results.getLong(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public OptionalLong optionalNumber(String column) {
    try {
      long number = results.getLong(column);
      return results.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public boolean flag(String column) {
    try {
      return results.getBoolean(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public Optional<String> optionalText(String column) {
    try {
      return Optional.ofNullable(results.getString(column));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public Digest digest(String column) {
    try {
      return Digest.of(results.getBytes(column));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public Map<String, Object> columns() {
    try {
      ResultSetMetaData about = results.getMetaData();
      Map<String, Object> columns = new LinkedHashMap<>();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        Object value = results.getObject(i);
        if (value != null) {
          columns.put(about.getColumnLabel(i).toLowerCase(Locale.ROOT), plain(value));
        }
      }
      return columns;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    return value instanceof byte[] bytes ? Digest.of(bytes).hex() : value.toString();
  }
}
