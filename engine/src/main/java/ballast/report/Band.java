package ballast.report;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The levels of uniMMR that a band strategy holds to, as a chart draws them.
 *
 * @param low below it LDUSDT is moved into Futures
 * @param lowTarget what that move aims at
 * @param highTarget what the move back aims at
 * @param high above it LDUSDT is moved back to Earn
 */
public record Band(Ratio low, Ratio lowTarget, Ratio highTarget, Ratio high) {
  private static final List<String> LEVELS = List.of("low", "low-target", "high-target", "high");

  /** Of a strategy that has all four as parameters, by their texts. */
  public static Optional<Band> of(Map<String, String> parameters) {
    if (!parameters.keySet().containsAll(LEVELS)) {
      return Optional.empty();
    }
    List<Ratio> levels =
        LEVELS.stream().map(level -> Kind.ratio(String.valueOf(parameters.get(level)))).toList();
    return Optional.of(new Band(levels.get(0), levels.get(1), levels.get(2), levels.get(3)));
  }
}
