package ballast.cli;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.sweep.Objective;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What makes one policy better than another. */
final class ObjectiveOptions {
  private static final String LEAST_IN_FUTURES = "least-in-futures";
  private static final String FEWEST_TRANSFERS = "fewest-transfers";
  private static final String COST = "cost";

  @Option(
      names = "--objective",
      paramLabel = "NAME",
      defaultValue = LEAST_IN_FUTURES,
      description =
          "least-in-futures (default), fewest-transfers, or cost, each among those that never"
              + " reach the floor.")
  String objective = LEAST_IN_FUTURES;

  @Option(
      names = "--floor",
      paramLabel = "RATIO",
      defaultValue = "1.5x",
      description = "The uniMMR that must not be reached (default: the margin call, 1.5x).")
  String floor = "1.5x";

  @Option(
      names = "--price-transfer",
      paramLabel = "MONEY",
      description = "With cost: what a transfer is worth, as in \"5 USDT\" (default: nothing).")
  @Nullable String priceTransfer;

  @Option(
      names = "--price-capital",
      paramLabel = "PERCENT",
      description =
          "With cost: what LDUSDT in Futures is worth a year, as in 8%% (default: nothing).")
  @Nullable String priceCapital;

  @Option(
      names = "--price-below",
      paramLabel = "MONEY",
      description = "With cost: what an hour below the strategy's low is worth (default: nothing).")
  @Nullable String priceBelow;

  /**
   * @throws Failure with {@link ExitCode#USAGE} in one plain line
   */
  Objective objective() {
    try {
      Ratio least = Kind.ratio(floor);
      boolean priced = priceTransfer != null || priceCapital != null || priceBelow != null;
      if (priced != objective.equals(COST)) {
        throw new IllegalArgumentException(
            "prices and --objective cost go together: give at least one of --price-transfer,"
                + " --price-capital, --price-below with it, and none without");
      }
      return switch (objective) {
        case LEAST_IN_FUTURES -> new Objective.LeastInFutures(least);
        case FEWEST_TRANSFERS -> new Objective.FewestTransfers(least);
        case COST ->
            new Objective.LeastCost(least, money(priceTransfer), capital(), money(priceBelow));
        default ->
            throw new IllegalArgumentException(
                "--objective knows least-in-futures, fewest-transfers and cost, not " + objective);
      };
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static Usdt money(@Nullable String text) {
    return text == null ? Usdt.ZERO : Kind.money(text);
  }

  private Ratio capital() {
    return priceCapital == null ? Ratio.ZERO : Kind.percent(priceCapital);
  }
}
