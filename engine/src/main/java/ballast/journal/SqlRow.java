package ballast.journal;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The row that a query stands on. */
final class SqlRow implements Row {
  private final ResultSet results;

  /** Asked once a query, because a driver looks for a name anew in every row. */
  private final Map<String, Integer> places = new HashMap<>();

  SqlRow(ResultSet results) {
    this.results = results;
  }

  private int place(String column) throws SQLException {
    Integer known = places.get(column);
    if (known == null) {
      known = results.findColumn(column);
      places.put(column, known);
    }
    return known;
  }

  @Override
  public long number(String column) {
    try {
      return results.getLong(place(column));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public OptionalLong optionalNumber(String column) {
    try {
      long number = results.getLong(place(column));
      return results.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public boolean flag(String column) {
    try {
      return results.getBoolean(place(column));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public Optional<String> optionalText(String column) {
    try {
      return Optional.ofNullable(results.getString(place(column)));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public Digest digest(String column) {
    try {
      return Digest.of(results.getBytes(place(column)));
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
