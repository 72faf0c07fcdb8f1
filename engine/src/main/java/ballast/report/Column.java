package ballast.report;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One column: its name in every format, how its values are written, and where they come from.
 *
 * @param <R> what a row is made of
 * @param name the header of text and CSV, the key of JSON
 * @param kind how values are aligned and quoted
 * @param value a row's value as exact text; empty where the row has none
 */
public record Column<R>(String name, Kind kind, Function<R, Optional<String>> value) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  /** How values are aligned and quoted. */
  public enum Kind {
    /** Free text: on the left, a JSON string. */
    TEXT,
    /** A whole number that counts or names something: on the right, a JSON number. */
    COUNT,
    /** Money or a ratio: on the right, a JSON string, so that no reader makes a double of it. */
    DECIMAL,
    /** ISO 8601 with milliseconds and the zone's offset: on the left, a JSON string. */
    TIME
  }

  /** A column of text that every row has. */
  public static <R> Column<R> text(String name, Function<R, String> value) {
    return optionalText(name, row -> Optional.of(value.apply(row)));
  }

  /** A column of text that some rows have. */
  public static <R> Column<R> optionalText(String name, Function<R, Optional<String>> value) {
    return new Column<>(name, Kind.TEXT, value);
  }

  /** A column of whole numbers. */
  public static <R> Column<R> count(String name, Function<R, OptionalLong> value) {
    return new Column<>(
        name,
        Kind.COUNT,
        row -> {
          OptionalLong count = value.apply(row);
          return count.isEmpty() ? Optional.empty() : Optional.of(Long.toString(count.getAsLong()));
        });
  }

  /** A column of money: plain decimals with no more decimals than needed. */
  public static <R> Column<R> money(String name, Function<R, Optional<Usdt>> value) {
    return new Column<>(name, Kind.DECIMAL, row -> value.apply(row).map(Usdt::toString));
  }

  /** A column of ratios, written as money is. */
  public static <R> Column<R> ratio(String name, Function<R, Optional<Ratio>> value) {
    return new Column<>(name, Kind.DECIMAL, row -> value.apply(row).map(Ratio::toString));
  }

  /** A column of times, epoch milliseconds, that every row has, in UTC. */
  public static <R> Column<R> time(String name, ToLongFunction<R> epochMillis) {
    return time(name, ZoneOffset.UTC, epochMillis);
  }

  /** A column of times, epoch milliseconds, that every row has. */
  public static <R> Column<R> time(String name, ZoneId zone, ToLongFunction<R> epochMillis) {
    return optionalTime(name, zone, row -> OptionalLong.of(epochMillis.applyAsLong(row)));
  }

  /** A column of times, epoch milliseconds, that some rows have. */
  public static <R> Column<R> optionalTime(
      String name, ZoneId zone, Function<R, OptionalLong> epochMillis) {
    DateTimeFormatter format = TIME.withZone(zone);
    return new Column<>(
        name,
        Kind.TIME,
        row -> {
          OptionalLong millis = epochMillis.apply(row);
          return millis.isEmpty()
              ? Optional.empty()
              : Optional.of(format.format(Instant.ofEpochMilli(millis.getAsLong())));
        });
  }

  boolean isRightAligned() {
    return kind == Kind.COUNT || kind == Kind.DECIMAL;
  }
}
