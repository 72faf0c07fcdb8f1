package ballast.stress;

import ballast.backtest.Backtest;
import ballast.strategy.Parameter;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import ballast.strategy.StrategyFactory;
import ballast.sweep.Axis;
import ballast.sweep.Choice;
import ballast.sweep.Point;
import ballast.sweep.Policy;
import ballast.sweep.Ranking.Ranked;
import ballast.sweep.Search;
import ballast.sweep.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds the smallest change of a policy's levels with which it passes a stress test: among levels
 * up to five times as high and a quarter lower, the set whose relative changes sum up to least.
 * Searches with the sweep's own search, nearest sets first.
 */
public final class Adviser {
  private static final int[] PERCENT = {75, 90, 100, 115, 150, 200, 300, 500};
  private static final long MOST_POINTS = 50_000;
  private static final int DRAWN = 5_000;
  private static final int BATCH = 256;
  private static final long CENT_E8 = 1_000_000;

  private final Stress stress;
  private final int threads;

  public Adviser(Stress stress, int threads) {
    this.stress = stress;
    this.threads = threads;
  }

  /**
   * The levels that must change and what to.
   *
   * @param parameters every parameter of the policy as it is
   * @param made makes a policy of a full set; refuses one with an IllegalArgumentException
   * @return empty when no set within reach passes, or the strategy has no levels
   */
  public Optional<SortedMap<String, String>> smallestChange(
      StrategyFactory strategy,
      SortedMap<String, String> parameters,
      Function<Map<String, String>, Backtest> made) {
    List<Axis> axes = axes(strategy, parameters);
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    Space space = new Space(axes);
    List<Policy> nearest = new ArrayList<>(candidates(space, parameters, made));
    nearest.sort(
        Comparator.<Policy>comparingLong(policy -> change(policy.point(), parameters))
            .thenComparing(Comparator.naturalOrder()));
    return firstToPass(nearest, parameters).map(policy -> changed(policy.point(), parameters));
  }

  private static List<Axis> axes(StrategyFactory strategy, Map<String, String> parameters) {
    List<Axis> axes = new ArrayList<>();
    for (Parameter parameter : strategy.parameters()) {
      String text = parameters.get(parameter.name());
      if (parameter.kind() == Kind.RATIO && text != null) {
        axes.add(new Axis(parameter.name(), levels(text)));
      }
    }
    return axes;
  }

  /** The level as it is, and others to two decimals. */
  private static List<String> levels(String text) {
    long now = Kind.ratio(text).e8();
    Set<String> levels = new LinkedHashSet<>();
    for (int percent : PERCENT) {
      long level = Math.multiplyExact(now, (long) percent) / 100;
      levels.add(percent == 100 ? text : new Ratio(level / CENT_E8 * CENT_E8) + "x");
    }
    return List.copyOf(levels);
  }

  private static List<Policy> candidates(
      Space space,
      SortedMap<String, String> parameters,
      Function<Map<String, String>, Backtest> made) {
    Choice choice =
        space.size() <= MOST_POINTS ? new Choice.Every() : new Choice.Drawn(DRAWN, space.size());
    return space
        .candidates(
            choice,
            point -> {
              TreeMap<String, String> texts = new TreeMap<>(parameters);
              texts.putAll(point.values());
              return new Policy(point, made.apply(texts));
            })
        .accepted();
  }

  /** The nearest are tried first, so that a small change is found soon. */
  private Optional<Policy> firstToPass(List<Policy> nearest, SortedMap<String, String> parameters) {
    Search<Policy, Long> search = new Search<>(Comparator.naturalOrder(), threads, () -> {});
    for (int from = 0; from < nearest.size(); from += BATCH) {
      Ranked<Policy, Long> best =
          search
              .rank(
                  nearest.subList(from, Math.min(from + BATCH, nearest.size())),
                  List.of(
                      policy ->
                          stress.isPassedBy(policy.backtest())
                              ? change(policy.point(), parameters)
                              : Long.MAX_VALUE))
              .best();
      if (best.result() < Long.MAX_VALUE) {
        return Optional.of(best.candidate());
      }
    }
    return Optional.empty();
  }

  /** The sum of the relative changes, in hundredths of a per cent. */
  private static long change(Point point, Map<String, String> parameters) {
    long sum = 0;
    for (Map.Entry<String, String> level : point.values().entrySet()) {
      long now = Kind.ratio(String.valueOf(parameters.get(level.getKey()))).e8();
      long then = Kind.ratio(level.getValue()).e8();
      sum += Math.abs(then - now) / Math.max(1, now / 10_000);
    }
    return sum;
  }

  private static SortedMap<String, String> changed(Point point, Map<String, String> parameters) {
    TreeMap<String, String> changed = new TreeMap<>(point.values());
    changed.entrySet().removeIf(level -> level.getValue().equals(parameters.get(level.getKey())));
    return changed;
  }
}
