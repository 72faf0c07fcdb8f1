package ballast.cli;

import ballast.decide.Limits;
import ballast.sweep.Axis;
import ballast.sweep.Choice;
import ballast.sweep.Objective;
import ballast.sweep.Windows;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a sweep must be given to come out the same: the code, the past by its digest, and every
 * setting. Neither time nor threads, which change nothing.
 */
final class SweepManifest {
  private SweepManifest() {}

  /**
   * @param version of the code
   * @param files SHA-256 of each file that the past was read from, by its name
   */
  static JsonLine of(Swept swept, String version, Map<String, String> files) {
    Sought sought = swept.sought();
    JsonLine line =
        new JsonLine()
            .with("version", version)
            .with("past", past(sought, files))
            .with("strategy", sought.tried().strategy())
            .with("parameters", sought.fixed())
            .with("limits", limits(sought.tried().limits()))
            .with("grid", grid(sought))
            .with("random", sought.choice() instanceof Choice.Drawn drawn ? drawn.count() : 0)
            .with("seed", sought.execution().seed())
            .with("halving", sought.halving())
            .with("objective", objective(sought.objective()))
            .with("execution", execution(sought));
    sought.windows().ifPresent(windows -> line.with("walkForward", windows(windows)));
    return line.with("best", swept.first().candidate().point().values());
  }

  private static JsonLine past(Sought sought, Map<String, String> files) {
    return new JsonLine()
        .with("source", sought.past().source())
        .with("steps", sought.past().steps())
        .with("sha256", sought.past().sha256())
        .with("files", files);
  }

  private static Map<String, Object> grid(Sought sought) {
    Map<String, Object> grid = new LinkedHashMap<>();
    for (Axis axis : sought.space().axes()) {
      grid.put(axis.name(), axis.values());
    }
    return grid;
  }

  private static JsonLine limits(Limits limits) {
    return new JsonLine()
        .with("perTransfer", limits.perTransfer().toString())
        .with("perDay", limits.perDay().toString())
        .with("minTransfer", limits.minTransfer().toString())
        .with("minGapMillis", limits.minGapMillis());
  }

  private static JsonLine objective(Objective objective) {
    JsonLine line =
        new JsonLine().with("name", objective.name()).with("floor", objective.floor().toString());
    if (objective instanceof Objective.LeastCost cost) {
      line.with("transfer", cost.transfer().toString())
          .with("capital", cost.capital().toString())
          .with("hourBelow", cost.hourBelow().toString());
    }
    return line;
  }

  private static JsonLine execution(Sought sought) {
    return new JsonLine()
        .with("latencyMillis", sought.execution().latency().toMillis())
        .with("refused", sought.execution().refused().toString())
        .with("lost", sought.execution().lost().toString());
  }

  private static JsonLine windows(Windows windows) {
    return new JsonLine()
        .with("kind", windows.kind().name().toLowerCase(Locale.ROOT))
        .with("folds", windows.folds())
        .with("training", windows.training())
        .with("holdOut", windows.holdOut().toString());
  }
}
