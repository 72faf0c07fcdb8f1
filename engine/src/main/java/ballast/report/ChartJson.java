package ballast.report;

import ballast.strategy.Ratio;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the numbers of charts: digits and punctuation, no text of a run, so that nothing in it
 * needs escaping. Times are whole seconds since the start. Immutable.
 *
 * @param startMillis where time begins
 */
record ChartJson(long startMillis) {
  private static final int MARKERS = 1_500;
  private static final long ONE = 100_000_000L;
  private static final long SHOWN_E8 = 10_000;

  /** Starts with the earliest of the lines. */
  static ChartJson of(List<Series> lines) {
    return new ChartJson(
        lines.stream()
            .filter(line -> !line.isEmpty())
            .mapToLong(line -> line.millis(0))
            .min()
            .orElse(0));
  }

  String axes(List<Series> lines, LogScale scale) {
    long end =
        lines.stream()
            .filter(line -> !line.isEmpty())
            .mapToLong(line -> line.millis(line.size() - 1))
            .max()
            .orElse(startMillis);
    return "\"start\":"
        + Math.floorDiv(startMillis, 1000L)
        + ",\"end\":"
        + Math.max(1, second(end))
        + ",\"bottom\":"
        + multiple(scale.bottomE8())
        + ",\"top\":"
        + multiple(scale.topE8())
        + ",\"ticks\":"
        + list(scale.ticks().stream().map(ChartJson::multiple).toList());
  }

  String line(Series series, LongFunction<String> value) {
    IntStream times = IntStream.range(0, series.size());
    IntStream values = IntStream.range(0, series.size());
    return list(
        List.of(
            list(times.mapToObj(i -> "" + second(series.millis(i))).toList()),
            list(values.mapToObj(i -> value.apply(series.e8(i))).toList())));
  }

  /** Where transfers stand on a line, with their amounts. */
  String markers(List<Transfer> all, Predicate<Transfer> which, Series line, LogScale scale) {
    return list(
        all.stream()
            .filter(which)
            .limit(MARKERS)
            .map(transfer -> marker(transfer, line, scale))
            .toList());
  }

  private String marker(Transfer transfer, Series line, LogScale scale) {
    long e8 = line.isEmpty() ? ONE : line.e8At(transfer.decidedAtMillis());
    return list(
        List.of(
            "" + second(transfer.decidedAtMillis()),
            multiple(Math.min(scale.topE8(), Math.max(scale.bottomE8(), e8))),
            whole(transfer.amount().e8())));
  }

  String ends(List<Course> courses) {
    return list(
        courses.stream()
            .filter(Course::isLiquidated)
            .map(course -> second(course.liquidatedAtMillis().orElseThrow()))
            .map(second -> list(List.of("" + second, Course.LIQUIDATION.toString(), "0")))
            .toList());
  }

  private long second(long epochMillis) {
    return Math.floorDiv(epochMillis, 1000L) - Math.floorDiv(startMillis, 1000L);
  }

  static String band(Band band) {
    return list(
        List.of(
            band.low().toString(),
            band.lowTarget().toString(),
            band.highTarget().toString(),
            band.high().toString()));
  }

  /** Four decimals, rounded down; a line never runs lower than the axis can show. */
  static String multiple(long e8) {
    long shown = Math.floorDiv(e8, SHOWN_E8) * SHOWN_E8;
    return new Ratio(Math.max(ONE / 100, shown)).toString();
  }

  /** Whole units, rounded towards zero. */
  static String whole(long e8) {
    return "" + e8 / ONE;
  }

  static String list(List<String> values) {
    return values.stream().collect(Collectors.joining(",", "[", "]"));
  }
}
