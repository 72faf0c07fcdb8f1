package ballast.report;

import ballast.strategy.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The numbers of a backtest's charts as JSON with fixed keys. */
final class BacktestData {
  private static final List<String> KEYS = List.of("with", "second");

  private final Backtested backtested;
  private final List<BacktestLines> policies;
  private final BacktestLines alone;
  private final List<Transfer> transfers;
  private final LogScale scale;
  private final ChartJson json;

  /**
   * @param transfers of the only policy; none where there are two
   */
  BacktestData(
      Backtested backtested,
      List<BacktestLines> policies,
      BacktestLines alone,
      List<Transfer> transfers) {
    this.backtested = backtested;
    this.policies = policies;
    this.alone = alone;
    this.transfers = transfers;
    this.scale = LogScale.of(backtested.policies().get(0).band(), lines());
    this.json = ChartJson.of(lines());
  }

  LogScale scale() {
    return scale;
  }

  boolean isClipped() {
    return scale.clips(lines());
  }

  private List<Series> lines() {
    List<Series> lines = new ArrayList<>();
    policies.forEach(each -> lines.add(each.course().uniMmr()));
    lines.add(alone.course().uniMmr());
    return lines;
  }

  String json() {
    return "{"
        + json.axes(lines(), scale)
        + ",\"names\":{"
        + names()
        + "},\"band\":"
        + backtested.policies().get(0).band().map(ChartJson::band).orElse("null")
        + ","
        + each(lines -> json.line(lines.course().uniMmr(), ChartJson::multiple))
        + wallets()
        + costs()
        + ",\"drawdown\":{"
        + each(lines -> json.line(lines.drawdown(), BacktestData::percent))
        + "},\"distribution\":"
        + distribution()
        + markers()
        + "}";
  }

  private String names() {
    return backtested.isComparison()
        ? "\"with\":\"A\",\"second\":\"B\",\"without\":\"left alone\""
        : "\"with\":\"policy\",\"without\":\"left alone\"";
  }

  /** A value for every account, each under its key. */
  private String each(Function<BacktestLines, String> value) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < policies.size(); i++) {
      all.append('"').append(KEYS.get(i)).append("\":").append(value.apply(policies.get(i)));
      all.append(',');
    }
    return all.append("\"without\":").append(value.apply(alone)).toString();
  }

  private String wallets() {
    String held = ",\"held\":" + json.line(policies.get(0).inFutures(), ChartJson::whole);
    return backtested.isComparison()
        ? held + ",\"heldSecond\":" + json.line(policies.get(1).inFutures(), ChartJson::whole)
        : held + ",\"earn\":" + json.line(policies.get(0).inEarn(), ChartJson::whole);
  }

  private String costs() {
    return ",\"funding\":"
        + json.line(policies.get(0).funding(), ChartJson::whole)
        + ",\"interest\":"
        + json.line(policies.get(0).interest(), ChartJson::whole);
  }

  private String distribution() {
    List<Distribution> all = new ArrayList<>();
    policies.forEach(lines -> all.add(lines.distribution()));
    all.add(alone.distribution());
    int[] ranges = Distribution.ranges(all);
    return "{\"from\":"
        + list(ranges, Distribution::from)
        + ","
        + each(lines -> list(ranges, lines.distribution()::share))
        + "}";
  }

  private static String list(int[] ranges, Function<Integer, String> value) {
    return Arrays.stream(ranges).mapToObj(value::apply).collect(Collectors.joining(",", "[", "]"));
  }

  private String markers() {
    List<Course> courses = new ArrayList<>();
    policies.forEach(lines -> courses.add(lines.course()));
    courses.add(alone.course());
    return ",\"toFutures\":"
        + markers(RunData.moved(Direction.EARN_TO_FUTURE))
        + ",\"toEarn\":"
        + markers(RunData.moved(Direction.FUTURE_TO_EARN))
        + ",\"other\":"
        + markers(transfer -> !transfer.executed())
        + ",\"liquidated\":"
        + json.ends(courses);
  }

  private String markers(Predicate<Transfer> which) {
    return json.markers(transfers, which, policies.get(0).course().uniMmr(), scale);
  }

  /** One decimal. */
  private static String percent(long shareE8) {
    return BigDecimal.valueOf(shareE8 / 100_000, 1).toPlainString();
  }
}
