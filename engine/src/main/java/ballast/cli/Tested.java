package ballast.cli;

import ballast.backtest.BacktestResult;
import ballast.decide.Rule;
import ballast.report.Backtested;
import ballast.report.Scores;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.NullNode;

/**
 * What a backtest prints.
 *
 * @param seconds that the walk took
 * @param report the page that was written, if one was
 */
record Tested(Backtested backtested, double seconds, Optional<Path> report) {
  private static final double P01 = 0.01;

  /** The policy's figures; of two policies a list of both under {@code compare}. */
  JsonLine json() {
    String page = report.map(Path::toString).orElse("");
    if (!backtested.isComparison()) {
      return json(0).with("report", page);
    }
    List<Map<String, Object>> both = new ArrayList<>();
    for (int i = 0; i < backtested.policies().size(); i++) {
      both.add(new JsonLine().with("name", backtested.name(i)).with(json(i)).fields());
    }
    return new JsonLine().with("compare", both).with("report", page);
  }

  private JsonLine json(int policy) {
    Backtested.Tried tried = backtested.policies().get(policy);
    BacktestResult with = tried.result();
    BacktestResult without = backtested.leftAlone();
    return new JsonLine()
        .with("strategy", tried.strategy())
        .with("parameters", tried.parameters())
        .with("steps", with.steps())
        .with("seconds", Math.round(seconds * 1e6) / 1e6)
        .with("stepsPerSecond", perSecond(with))
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
        .with("worseThanDoingNothing", with.isWorseThan(without))
        .with("ldusdtInFuturesMean", with.meanInFutures().toString())
        .with("interest", known(with, with.interest()))
        .with("funding", known(with, with.funding()))
        .with("weight", with.weight())
        .with("refused", refused(with));
  }

  List<String> text() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < backtested.policies().size(); i++) {
      String name = backtested.isComparison() ? backtested.name(i) + ": " : "";
      lines.add(name + backtested.policies().get(i));
    }
    lines.add("on " + backtested.title() + ", " + backtested.subtitle());
    lines.add("");
    lines.add(row("", Scores.columns(backtested)));
    Scores.of(backtested).forEach(row -> lines.add(row(row.name(), row.values())));
    lines.add("");
    for (int i = 0; i < backtested.policies().size(); i++) {
      String name = backtested.isComparison() ? backtested.name(i) + ": " : "";
      lines.add(name + backtested.sentences().get(i));
    }
    BacktestResult first = backtested.policies().get(0).result();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d steps in %.3f s, %,d a second",
            first.steps(),
            seconds,
            perSecond(first)));
    report.ifPresent(page -> lines.add("report   " + page));
    return lines;
  }

  /** A journal knows neither funding nor interest. */
  private static Object known(BacktestResult result, Usdt amount) {
    return result.history().isModelled() ? amount.toString() : NullNode.getInstance();
  }

  private long perSecond(BacktestResult result) {
    return Math.round(result.steps() / Math.max(seconds, 1e-9));
  }

  private static Map<String, Long> refused(BacktestResult result) {
    Map<String, Long> refused = new LinkedHashMap<>();
    for (Map.Entry<Rule, Long> each : result.refused().entrySet()) {
      refused.put(each.getKey().label(), each.getValue());
    }
    return refused;
  }

  private static String row(String name, List<String> values) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-24s", name));
    values.forEach(value -> row.append(String.format(Locale.ROOT, " %24s", value)));
    return row.toString().stripTrailing();
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
