package ballast.journal;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** The row that a query stands on. */
final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  long number(String column) {
    try {
      return results.getLong(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  OptionalLong optionalNumber(String column) {
    try {
      long number = results.getLong(column);
      return results.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  boolean flag(String column) {
    try {
      return results.getBoolean(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Null in the store reads as empty. */
  Optional<String> optionalText(String column) {
    try {
      return Optional.ofNullable(results.getString(column));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  String text(String column) {
    return optionalText(column)
        .orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
  }

  Digest digest(String column) {
    try {
      return Digest.of(results.getBytes(column));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  Usdt usdt(String column) {
    return new Usdt(number(column));
  }

  Ratio ratio(String column) {
    return new Ratio(number(column));
  }

  <E extends Enum<E>> E one(Class<E> of, String column) {
    return Enum.valueOf(of, text(column));
  }

  <E extends Enum<E>> Optional<E> optional(Class<E> of, String column) {
    return optionalText(column).map(name -> Enum.valueOf(of, name));
  }
}
