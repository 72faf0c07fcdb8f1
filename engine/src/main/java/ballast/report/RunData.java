package ballast.report;

import ballast.strategy.Direction;
import java.util.List;
import java.util.function.Predicate;

/** The numbers of a run's charts as JSON with fixed keys. */
final class RunData {
  private static final int LINE_POINTS = 4_000;
  private static final int HELD_POINTS = 2_000;

  private final Run run;
  private final LogScale scale;
  private final List<Series> lines;
  private final ChartJson json;

  RunData(Run run, LogScale scale) {
    this.run = run;
    this.scale = scale;
    this.lines = List.of(run.with().uniMmr(), run.without().uniMmr(), run.ldusdtInFutures());
    this.json = ChartJson.of(lines);
  }

  String json() {
    return "{"
        + json.axes(lines, scale)
        + ",\"names\":{\"with\":\"with Ballast\",\"without\":\"left alone\"},\"band\":"
        + run.band().map(ChartJson::band).orElse("null")
        + ",\"with\":"
        + json.line(Thinning.toAtMost(LINE_POINTS, run.with().uniMmr()), ChartJson::multiple)
        + ",\"without\":"
        + json.line(Thinning.toAtMost(LINE_POINTS, run.without().uniMmr()), ChartJson::multiple)
        + ",\"held\":"
        + json.line(Thinning.toAtMost(HELD_POINTS, run.ldusdtInFutures()), ChartJson::whole)
        + ",\"toFutures\":"
        + markers(moved(Direction.EARN_TO_FUTURE))
        + ",\"toEarn\":"
        + markers(moved(Direction.FUTURE_TO_EARN))
        + ",\"other\":"
        + markers(transfer -> !transfer.executed())
        + ",\"liquidated\":"
        + json.ends(List.of(run.with(), run.without()))
        + "}";
  }

  static Predicate<Transfer> moved(Direction direction) {
    return transfer -> transfer.direction() == direction && transfer.executed();
  }

  private String markers(Predicate<Transfer> which) {
    return json.markers(run.transfers(), which, run.with().uniMmr(), scale);
  }
}
