package ballast.cli;

import ballast.backtest.BacktestResult;
import ballast.decide.Rule;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a backtest tells: the policy, and the same account left alone.
 *
 * @param seconds that the walk took
 */
record Tested(
    PolicyOptions.Tried tried, BacktestResult with, BacktestResult without, double seconds) {
  private static final double P01 = 0.01;

  JsonLine json() {
    return new JsonLine()
        .with("strategy", tried.strategy())
        .with("parameters", tried.parameters())
        .with("steps", with.steps())
        .with("seconds", Math.round(seconds * 1e6) / 1e6)
        .with("stepsPerSecond", Math.round(with.steps() / Math.max(seconds, 1e-9)))
        .with("transfers", with.transfers())
        .with(
            "moved",
            new JsonLine()
                .with("toFutures", with.moved(Direction.EARN_TO_FUTURE).toString())
                .with("toEarn", with.moved(Direction.FUTURE_TO_EARN).toString()))
        .with(
            "uniMmr",
            new JsonLine()
                .with("min", with.lowestUniMmr().toString())
                .with("p01", decimal(with.uniMmrQuantile(P01)))
                .with("mean", decimal(with.meanUniMmr()))
                .with("minWithout", without.lowestUniMmr().toString()))
        .with("secondsBelowLow", with.millisBelow() / 1_000)
        .with("liquidated", with.liquidated())
        .with("liquidatedWithout", without.liquidated())
        .with("worseThanDoingNothing", isWorse())
        .with("ldusdtInFuturesMean", with.meanInFutures().toString())
        .with("interest", with.interest().toString())
        .with("funding", with.funding().toString())
        .with("weight", with.weight())
        .with("refused", refused());
  }

  /** Doing nothing would have been better. */
  boolean isWorse() {
    return with.isWorseThan(without);
  }

  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(tried.strategy() + " " + tried.parameters() + " on " + with.history().source());
    lines.add(span());
    lines.add("");
    lines.add(row("", "policy", "left alone"));
    lines.add(row("liquidated", liquidated(with), liquidated(without)));
    lines.add(
        row(
            "lowest uniMMR",
            Margin.text(with.lowestUniMmr()),
            Margin.text(without.lowestUniMmr())));
    lines.add(
        row(
            "1 % of steps below",
            decimal(with.uniMmrQuantile(P01)) + "x", decimal(without.uniMmrQuantile(P01)) + "x"));
    lines.add(
        row("mean uniMMR", decimal(with.meanUniMmr()) + "x", decimal(without.meanUniMmr()) + "x"));
    lines.add(row("below low", span(with.millisBelow()), span(without.millisBelow())));
    lines.add(row("transfers", "" + with.transfers(), "0"));
    lines.add(row("moved to Futures", whole(with.moved(Direction.EARN_TO_FUTURE)), "0"));
    lines.add(row("moved to Earn", whole(with.moved(Direction.FUTURE_TO_EARN)), "0"));
    lines.add(
        row("mean LDUSDT in Futures", whole(with.meanInFutures()), whole(without.meanInFutures())));
    lines.add(row("LDUSDT interest", whole(with.interest()), whole(without.interest())));
    lines.add(row("funding paid", whole(with.funding()), whole(without.funding())));
    if (!with.refused().isEmpty()) {
      lines.add(row("refused", refused().toString(), ""));
    }
    lines.add("");
    lines.add(verdict());
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d steps in %.3f s, %,.0f a second",
            with.steps(),
            seconds,
            with.steps() / Math.max(seconds, 1e-9)));
    return lines;
  }

  /** In plain words, when doing nothing had been better too. */
  String verdict() {
    if (isWorse()) {
      return with.liquidated()
          ? "WORSE THAN DOING NOTHING: the policy was liquidated, the account left alone "
              + (without.liquidated() ? "only later." : "was not.")
          : "WORSE THAN DOING NOTHING: the policy sank to the margin call, the account left alone less"
              + " far.";
    }
    if (with.liquidated()) {
      return "Liquidated, with the policy and without.";
    }
    return without.liquidated()
        ? "The policy kept an account that left alone would have been liquidated."
        : "Neither was liquidated; left alone the lowest was "
            + Margin.text(without.lowestUniMmr())
            + ".";
  }

  private String span() {
    return time(with.history().timeMillis(0))
        + " to "
        + time(with.history().timeMillis(with.history().steps() - 1))
        + ", "
        + with.history().steps()
        + " steps";
  }

  private Map<String, Long> refused() {
    Map<String, Long> refused = new LinkedHashMap<>();
    for (Map.Entry<Rule, Long> each : with.refused().entrySet()) {
      refused.put(each.getKey().label(), each.getValue());
    }
    return refused;
  }

  private static String row(String name, String policy, String alone) {
    return String.format(Locale.ROOT, "  %-24s %28s %28s", name, policy, alone).stripTrailing();
  }

  private static String liquidated(BacktestResult result) {
    return result.liquidatedBy().isPresent() ? time(result.liquidatedBy().getAsLong()) : "no";
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString().replace(":00Z", "Z");
  }

  private static String span(long millis) {
    long minutes = millis / 60_000;
    return minutes / 60 + " h " + minutes % 60 + " min";
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String whole(Usdt amount) {
    return String.format(Locale.ROOT, "%,d", amount.e8() / 100_000_000L);
  }
}
