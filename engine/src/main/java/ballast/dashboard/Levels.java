package ballast.dashboard;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The levels of uniMMR that a policy names, from the lowest. Immutable.
 *
 * @param all by rising uniMMR; empty for a policy that names none
 */
record Levels(List<Level> all) {
  private static final List<String> NAMES =
      List.of("floor", "low", "low-target", "setpoint", "high-target", "high", "ceiling");

  Levels {
    all = List.copyOf(all);
  }

  /** Of a strategy's parameters, by their texts. */
  static Levels of(Map<String, String> parameters) {
    List<Level> levels = new ArrayList<>();
    for (String name : NAMES) {
      String text = parameters.get(name);
      if (text != null && text.endsWith("x")) {
        levels.add(new Level(name, Kind.ratio(text)));
      }
    }
    levels.sort((one, other) -> one.at().compareTo(other.at()));
    return new Levels(levels);
  }

  /** The level below which LDUSDT is moved into Futures, where the policy names one. */
  Optional<Level> lower() {
    return named("low").or(() -> named("floor"));
  }

  /** The level above which LDUSDT is moved back to Earn, where the policy names one. */
  Optional<Level> upper() {
    return named("high").or(() -> named("ceiling"));
  }

  /** True when this uniMMR is below the lower level. */
  boolean isAbove(Ratio uniMmr) {
    return lower().filter(level -> uniMmr.compareTo(level.at()) < 0).isPresent();
  }

  private Optional<Level> named(String name) {
    return all.stream().filter(level -> level.name().equals(name)).findFirst();
  }
}
