package ballast.report;

import ballast.journal.Intent;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The numbers of a run's charts as JSON: fixed keys and digits, no text of the run, so that nothing
 * in it needs escaping. Times are whole seconds since the start.
 */
final class RunData {
  private static final int LINE_POINTS = 4_000;
  private static final int HELD_POINTS = 2_000;
  private static final int MARKERS = 1_500;
  private static final long ONE = 100_000_000L;
  private static final long SHOWN_E8 = 10_000;

  private final Run run;
  private final LogScale scale;
  private final long startMillis;
  private final long endMillis;

  RunData(Run run, LogScale scale) {
    this.run = run;
    this.scale = scale;
    List<Series> lines =
        List.of(run.with().uniMmr(), run.without().uniMmr(), run.ldusdtInFutures()).stream()
            .filter(line -> !line.isEmpty())
            .toList();
    this.startMillis = lines.stream().mapToLong(line -> line.millis(0)).min().orElse(0);
    this.endMillis =
        lines.stream().mapToLong(line -> line.millis(line.size() - 1)).max().orElse(startMillis);
  }

  String json() {
    LongFunction<String> multiple = RunData::multiple;
    return "{\"start\":"
        + Math.floorDiv(startMillis, 1000L)
        + ",\"end\":"
        + Math.max(1, second(endMillis))
        + ",\"bottom\":"
        + multiple(scale.bottomE8())
        + ",\"top\":"
        + multiple(scale.topE8())
        + ",\"ticks\":"
        + list(scale.ticks().stream().map(RunData::multiple).toList())
        + ",\"band\":"
        + run.band().map(RunData::band).orElse("null")
        + ",\"with\":"
        + line(Thinning.toAtMost(LINE_POINTS, run.with().uniMmr()), multiple)
        + ",\"without\":"
        + line(Thinning.toAtMost(LINE_POINTS, run.without().uniMmr()), multiple)
        + ",\"held\":"
        + line(Thinning.toAtMost(HELD_POINTS, run.ldusdtInFutures()), e8 -> "" + e8 / ONE)
        + ",\"toFutures\":"
        + markers(to(Direction.EARN_TO_FUTURE))
        + ",\"toEarn\":"
        + markers(to(Direction.FUTURE_TO_EARN))
        + ",\"other\":"
        + markers(transfer -> !Executed.is(transfer))
        + ",\"liquidated\":"
        + list(
            List.of(run.with(), run.without()).stream()
                .filter(Course::isLiquidated)
                .map(course -> end(course.liquidatedAtMillis()))
                .toList())
        + "}";
  }

  private static Predicate<Intent> to(Direction direction) {
    return transfer -> transfer.direction() == direction && Executed.is(transfer);
  }

  private String line(Series series, LongFunction<String> value) {
    IntStream times = IntStream.range(0, series.size());
    IntStream values = IntStream.range(0, series.size());
    return list(
        List.of(
            list(times.mapToObj(i -> "" + second(series.millis(i))).toList()),
            list(values.mapToObj(i -> value.apply(series.e8(i))).toList())));
  }

  private String markers(Predicate<Intent> which) {
    return list(run.transfers().stream().filter(which).limit(MARKERS).map(this::marker).toList());
  }

  private String marker(Intent transfer) {
    Series line = run.with().uniMmr();
    long e8 = line.isEmpty() ? ONE : line.e8At(transfer.decidedAtMillis());
    return list(
        List.of(
            "" + second(transfer.decidedAtMillis()),
            multiple(Math.min(scale.topE8(), Math.max(scale.bottomE8(), e8))),
            "" + transfer.amount().e8() / ONE));
  }

  private String end(OptionalLong liquidatedAtMillis) {
    return list(
        List.of("" + second(liquidatedAtMillis.orElseThrow()), Course.LIQUIDATION.toString(), "0"));
  }

  private static String band(Band band) {
    return list(
        List.of(
            band.low().toString(),
            band.lowTarget().toString(),
            band.highTarget().toString(),
            band.high().toString()));
  }

  private long second(long epochMillis) {
    return Math.floorDiv(epochMillis, 1000L) - Math.floorDiv(startMillis, 1000L);
  }

  /** Four decimals, rounded down; a line never runs lower than the axis can show. */
  private static String multiple(long e8) {
    long shown = Math.floorDiv(e8, SHOWN_E8) * SHOWN_E8;
    return new Ratio(Math.max(ONE / 100, shown)).toString();
  }

  private static String list(List<String> values) {
    return values.stream().collect(Collectors.joining(",", "[", "]"));
  }
}
