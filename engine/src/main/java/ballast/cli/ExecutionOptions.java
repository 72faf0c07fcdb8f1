package ballast.cli;

import ballast.backtest.Execution;
import ballast.strategy.Parameter.Kind;
import picocli.CommandLine.Option;

/** How transfers fare in a backtest. */
final class ExecutionOptions {
  @Option(
      names = "--latency",
      paramLabel = "SPAN",
      defaultValue = "0s",
      description = "From a decision until its transfer is in Futures (default: at once).")
  String latency = "0s";

  @Option(
      names = "--refused",
      paramLabel = "PERCENT",
      defaultValue = "0%",
      description = "Share of transfers that the exchange refuses (default: none).")
  String refused = "0%";

  @Option(
      names = "--lost",
      paramLabel = "PERCENT",
      defaultValue = "0%",
      description =
          "Share of transfers without answer or effect; each blocks the account for the quiet"
              + " window (default: none).")
  String lost = "0%";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "By which it is drawn which transfers fail (default: 1).")
  long seed = 1;

  /** As the command line writes it. */
  String text() {
    return "latency " + latency + ", refused " + refused + ", lost " + lost;
  }

  Execution execution() {
    try {
      return new Execution(Kind.duration(latency), Kind.percent(refused), Kind.percent(lost), seed);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--latency, --refused, --lost: " + e.getMessage());
    }
  }
}
