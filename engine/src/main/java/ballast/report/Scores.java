package ballast.report;

import ballast.backtest.BacktestResult;
import ballast.backtest.History;
import ballast.decide.Rule;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a backtest as a table: a row for each, a column for each policy and, last, for the
 * account left alone.
 */
public final class Scores {
  private static final double P01 = 0.01;

  private final Backtested backtested;
  private final List<Row> rows = new ArrayList<>();

  private Scores(Backtested backtested) {
    this.backtested = backtested;
  }

  /**
   * One figure.
   *
   * @param name what it is
   * @param values one for each column
   */
  public record Row(String name, List<String> values) {}

  /** The heads of the columns. */
  public static List<String> columns(Backtested backtested) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < backtested.policies().size(); i++) {
      columns.add(backtested.name(i));
    }
    columns.add("left alone");
    return columns;
  }

  /** Every row, in order. */
  public static List<Row> of(Backtested backtested) {
    Scores scores = new Scores(backtested);
    scores.margin();
    scores.transfers();
    if (backtested.leftAlone().history().isModelled()) {
      scores.row("LDUSDT interest", result -> whole(result.interest()));
      scores.row("funding paid", result -> whole(result.funding()));
    }
    if (backtested.policies().stream().anyMatch(each -> !each.result().refused().isEmpty())) {
      scores.row("refused by a rule", result -> refused(result.refused()));
    }
    return List.copyOf(scores.rows);
  }

  private void margin() {
    row("liquidated", result -> moment(result.liquidatedBy()));
    row("lowest uniMMR", result -> Shown.multiple(result.lowestUniMmr()));
    row("1 % of steps below", result -> decimal(result.uniMmrQuantile(P01)));
    row("mean uniMMR", result -> decimal(result.meanUniMmr()));
    row(
        "below " + Shown.multiple(backtested.leftAlone().countedBelow()),
        result -> Shown.span(Duration.ofMillis(result.millisBelow())));
  }

  private void transfers() {
    row("transfers", result -> Shown.count(result.transfers()));
    row("moved into Futures", result -> whole(result.moved(Direction.EARN_TO_FUTURE)));
    row("moved back to Earn", result -> whole(result.moved(Direction.FUTURE_TO_EARN)));
    row("mean LDUSDT in Futures", result -> whole(result.meanInFutures()));
  }

  private void row(String name, Function<BacktestResult, String> value) {
    rows.add(
        new Row(
            name,
            Stream.concat(
                    backtested.policies().stream().map(Backtested.Tried::result),
                    Stream.of(backtested.leftAlone()))
                .map(value)
                .toList()));
  }

  /** {@code 2019-12-23 11:00 UTC to 2023-01-01 00:00 UTC, 26,510 steps}. */
  public static String span(History history) {
    return Shown.minute(history.timeMillis(0))
        + " to "
        + Shown.minute(history.timeMillis(history.steps() - 1))
        + ", "
        + Shown.count(history.steps())
        + " steps";
  }

  private static String moment(OptionalLong millis) {
    return millis.isPresent() ? Shown.minute(millis.getAsLong()) : "no";
  }

  private static String decimal(double uniMmr) {
    return String.format(Locale.ROOT, "%.4fx", uniMmr);
  }

  private static String whole(Usdt amount) {
    return Shown.count(amount.e8() / Usdt.of(1).e8());
  }

  private static String refused(Map<Rule, Long> rules) {
    return rules.entrySet().stream()
        .map(each -> each.getKey().label() + " " + Shown.count(each.getValue()))
        .collect(Collectors.joining(", "));
  }
}
