package ballast.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The upright axis of uniMMR: logarithmic, because from 1.1x to 2x is worth as much to a treasurer
 * as from 11x to 20x, and clipped above the band, because there is nothing to see there.
 *
 * @param bottomE8 the lowest value shown
 * @param topE8 the highest
 */
record LogScale(long bottomE8, long topE8) {
  private static final long ONE = 100_000_000L;
  private static final long[] TICKS_TENTHS = {
    10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 1000, 2000, 5000, 10_000
  };

  /** From 1x to somewhat above the band, or to the highest value where that is less. */
  static LogScale of(Run run) {
    return of(run.band(), List.of(run.with().uniMmr(), run.without().uniMmr()));
  }

  /** The same for any lines. */
  static LogScale of(Optional<Band> shown, List<Series> lines) {
    long highest = highest(lines);
    long level = shown.map(band -> band.high().e8()).orElse(10 * ONE);
    long ceiling = Math.max(level + level / 2, 3 * ONE);
    return new LogScale(ONE * 9 / 10, Math.max(Math.min(highest, ceiling), level + level / 10));
  }

  /** True when some of a line lies above the top. */
  boolean clips(Run run) {
    return clips(List.of(run.with().uniMmr(), run.without().uniMmr()));
  }

  boolean clips(List<Series> lines) {
    return highest(lines) > topE8;
  }

  private static long highest(List<Series> lines) {
    long highest = 0;
    for (Series line : lines) {
      for (int i = 0; i < line.size(); i++) {
        highest = Math.max(highest, line.e8(i));
      }
    }
    return highest;
  }

  /** 0 at the bottom, 1 at the top; what lies outside is at the edge. */
  double position(long e8) {
    long clipped = Math.min(topE8, Math.max(bottomE8, e8));
    return Math.log((double) clipped / bottomE8) / Math.log((double) topE8 / bottomE8);
  }

  /** Round values inside, ascending, in units of 1e-8. */
  List<Long> ticks() {
    LongStream all = Arrays.stream(TICKS_TENTHS).map(tenths -> tenths * (ONE / 10));
    return all.filter(tick -> tick >= bottomE8 && tick <= topE8).boxed().toList();
  }
}
