package ballast.cli;

import ballast.strategy.Parameter.Kind;
import ballast.sweep.Windows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether, and how, choices are tried on what followed them. */
final class WindowOptions {
  @Option(
      names = "--walk-forward",
      paramLabel = "KIND",
      description = {
        "anchored or rolling: choose on each stretch, try the choice on the next one, and the last",
        "choice once on a hold-out that no choice has seen."
      })
  Windows.@Nullable Kind kind;

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many choices are tried (default: 4).")
  int folds = 4;

  @Option(
      names = "--training",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Stretches that the first choice rests on, and with rolling every one (default: 2).")
  int training = 2;

  @Option(
      names = "--hold-out",
      paramLabel = "PERCENT",
      defaultValue = "20%",
      description = "Share of the past that is kept out, from its end (default: 20%%).")
  String holdOut = "20%";

  /**
   * @throws Failure with {@link ExitCode#USAGE} in one plain line
   */
  Optional<Windows> windows() {
    if (kind == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Windows(kind, folds, training, Kind.percent(holdOut)));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--folds, --training, --hold-out: " + e.getMessage());
    }
  }
}
