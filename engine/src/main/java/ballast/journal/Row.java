package ballast.journal;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A row of a table, from the database or from an archive. */
interface Row {
  /** Null in the store reads as empty. */
  OptionalLong optionalNumber(String column);

  /** Null in the store reads as empty. */
  Optional<String> optionalText(String column);

  boolean flag(String column);

  Digest digest(String column);

  /** Every column that is not null, by lower-case name: a Long, or a String; a digest in hex. */
  Map<String, Object> columns();

  default long number(String column) {
    return optionalNumber(column)
        .orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
  }

  default String text(String column) {
    return optionalText(column)
        .orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
  }

  default Usdt usdt(String column) {
    return new Usdt(number(column));
  }

  default Ratio ratio(String column) {
    return new Ratio(number(column));
  }

  default <E extends Enum<E>> E one(Class<E> of, String column) {
    return Enum.valueOf(of, text(column));
  }

  default <E extends Enum<E>> Optional<E> optional(Class<E> of, String column) {
    return optionalText(column).map(name -> Enum.valueOf(of, name));
  }
}
