package ballast.paper;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scenario file as it is written; every amount is text with its unit. */
record ScenarioFile(
    @Nullable String name,
    @Nullable String title,
    boolean reconstructed,
    @Nullable Prices prices,
    @Nullable Funding funding,
    @Nullable Apr apr,
    @Nullable String tick,
    @Nullable Account account,
    @Nullable Demo demo) {

  /** Either a recorded file, or the public figures of each day as open, high, low, close. */
  record Prices(
      @Nullable String file,
      boolean allowGaps,
      @Nullable String step,
      long seed,
      @Nullable Map<String, List<String>> days) {}

  /** Either a recorded file, or one rate for every eight hours. */
  record Funding(@Nullable String file, boolean allowGaps, @Nullable String rate) {}

  /** Either a recorded file, or one rate a year for all time. */
  record Apr(@Nullable String file, @Nullable String rate) {}

  /** What is left out is as in {@link PaperAccount#standard()}. */
  record Account(
      @Nullable String symbol,
      @Nullable String notional,
      @Nullable Boolean strikesMonthly,
      @Nullable List<Bracket> brackets,
      @Nullable String ldusdtInFutures,
      @Nullable String ldusdtInEarn,
      @Nullable String usdt,
      @Nullable String indexPrice,
      @Nullable List<Tier> tiers,
      @Nullable String usdtInterest,
      @Nullable String interestFree) {}

  /** One maintenance bracket. */
  record Bracket(String floor, String cap, String rate, String quickAmount) {
    Bracket {
      required("floor", floor);
      required("cap", cap);
      required("rate", rate);
      required("quick-amount", quickAmount);
    }
  }

  /** One collateral tier. */
  record Tier(String floor, String cap, String rate) {
    Tier {
      required("floor", floor);
      required("cap", cap);
      required("rate", rate);
    }
  }

  /** The policy that the scenario is shown with. */
  record Demo(String strategy, Map<String, String> parameters, Limits limits) {
    Demo {
      required("strategy", strategy);
      required("parameters", parameters);
      required("limits", limits);
    }
  }

  /** The demo's limits; a demo moves paper, so none of them is a dry run. */
  record Limits(
      String perTransfer, String perDay, String minTransfer, String minGap, String maxSnapshotAge) {
    Limits {
      required("per-transfer", perTransfer);
      required("per-day", perDay);
      required("min-transfer", minTransfer);
      required("min-gap", minGap);
      required("max-snapshot-age", maxSnapshotAge);
    }
  }

  private static void required(String key, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
  }
}
