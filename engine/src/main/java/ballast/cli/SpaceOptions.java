package ballast.cli;

import ballast.strategy.Parameter;
import ballast.strategy.StrategyFactory;
import ballast.sweep.Axis;
import ballast.sweep.Choice;
import ballast.sweep.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which parameter sets are tried. */
final class SpaceOptions {
  @Option(
      names = "--grid",
      paramLabel = "NAME=FIRST:LAST:STEP",
      description = {
        "Values of a parameter, each with its unit, as in low=1.2x:2x:0.1x.",
        "Several make every combination; those that the strategy refuses are counted."
      })
  Map<String, String> grid = new LinkedHashMap<>();

  @Option(
      names = "--random",
      paramLabel = "N",
      description = "Try only so many combinations, drawn by --seed.")
  @Nullable Integer random;

  /**
   * @throws Failure with {@link ExitCode#USAGE} in one plain line
   */
  Space space(StrategyFactory factory) {
    if (grid.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE, "which values? give at least one --grid, as in low=1.2x:2x:0.1x");
    }
    List<Axis> axes = new ArrayList<>();
    try {
      grid.forEach((name, range) -> axes.add(Axis.parse(name, declared(factory, name), range)));
      return new Space(axes);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--grid: " + e.getMessage());
    }
  }

  private static Parameter.Kind declared(StrategyFactory factory, String name) {
    return factory.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findAny()
        .map(Parameter::kind)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    factory.name()
                        + " has no parameter "
                        + name
                        + "; it knows "
                        + String.join(
                            ", ", factory.parameters().stream().map(Parameter::name).toList())));
  }

  Choice choice(long seed) {
    if (random == null) {
      return new Choice.Every();
    }
    try {
      return new Choice.Drawn(random, seed);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--random: " + e.getMessage());
    }
  }
}
