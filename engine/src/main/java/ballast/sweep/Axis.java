package ballast.sweep;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.List;

/**
 * The values that one parameter takes in a sweep, as texts with their units, in ascending order.
 *
 * @param name of the parameter
 * @param values at least one
 */
public record Axis(String name, List<String> values) {
  /** More values than anyone would wait for. */
  static final int MOST = 10_000;

  private static final String NO_STEPS = "payments have no steps between them";
  private static final long ONE_PERCENT = 100;

  public Axis {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + " takes no value");
    }
  }

  /**
   * Reads {@code 1.2x:2x:0.1x}: first value, last value, step, each with its unit. Steps are exact;
   * the last value is taken when a step meets it.
   *
   * @throws IllegalArgumentException in one plain line naming the parameter
   */
  public static Axis parse(String name, Kind kind, String range) {
    String[] parts = range.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          name + " needs first, last and step, as in " + kind.example() + ":…:…, got " + range);
    }
    long first = units(name, kind, parts[0]);
    long last = units(name, kind, parts[1]);
    long step = units(name, kind, parts[2]);
    if (step <= 0 || last < first) {
      throw new IllegalArgumentException(
          name + " must rise from first to last by a step of more than nothing, got " + range);
    }
    if ((last - first) / step >= MOST) {
      throw new IllegalArgumentException(name + " takes more than " + MOST + " values in " + range);
    }
    List<String> values = new ArrayList<>();
    for (long value = first; value <= last; value += step) {
      values.add(text(kind, value));
    }
    return new Axis(name, values);
  }

  private static long units(String name, Kind kind, String text) {
    try {
      return switch (kind) {
        case RATIO -> Kind.ratio(text).e8();
        case PERCENT, FUNDING -> Kind.percent(text).e8();
        case MONEY -> Kind.money(text).e8();
        case DURATION -> Kind.duration(text).toMillis();
        case COUNT -> Kind.count(text);
        case PAYMENTS -> throw new IllegalArgumentException(NO_STEPS);
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static String text(Kind kind, long units) {
    return switch (kind) {
      case RATIO -> new Ratio(units) + "x";
      case PERCENT, FUNDING -> new Ratio(units * ONE_PERCENT) + "%";
      case MONEY -> new Usdt(units) + " USDT";
      case DURATION -> span(units);
      case COUNT -> Long.toString(units);
      case PAYMENTS -> throw new IllegalArgumentException(NO_STEPS);
    };
  }

  /** In the largest unit in which it is whole. */
  private static String span(long millis) {
    long[] lengths = {86_400_000, 3_600_000, 60_000, 1_000};
    String[] names = {"d", "h", "m", "s"};
    for (int i = 0; i < lengths.length; i++) {
      if (millis != 0 && millis % lengths[i] == 0) {
        return millis / lengths[i] + names[i];
      }
    }
    return millis + "ms";
  }
}
