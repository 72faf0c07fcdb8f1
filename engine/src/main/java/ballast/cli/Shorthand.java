package ballast.cli;

import ballast.sweep.Point;
import java.util.stream.Collectors;

/** A parameter set in one line. */
final class Shorthand {
  private Shorthand() {}

  static String of(Point point) {
    return point.values().entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(" "));
  }
}
