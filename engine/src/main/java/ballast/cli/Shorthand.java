package ballast.cli;

import java.util.Map;
import java.util.stream.Collectors;

/** A parameter set in one line. */
final class Shorthand {
  private Shorthand() {}

  static String of(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(" "));
  }
}
