package ballast.backtest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The account at the adverse extreme of each bar, but for LDUSDT: where the exchange would
 * liquidate it. Of every block of bars the least net and the largest margin are kept too: what
 * holds for these two together holds for each bar, so that nearly all blocks are passed by one
 * comparison. Immutable; the arrays do not leave this package.
 */
final class Bars {
  private static final int BLOCK = 512;

  final long[] worstNets;
  final long[] worstMargins;
  private final int @Nullable [] until;
  private final long[] leastNets;
  private final long[] mostMargins;

  /**
   * @param worstNets equity but for LDUSDT at the extreme, USD × 1e8
   * @param worstMargins maintenance margin there, USD × 1e8
   * @param until how many bars are complete at each step; null where it is as many as steps have
   *     passed
   */
  Bars(long[] worstNets, long[] worstMargins, int @Nullable [] until) {
    this.worstNets = worstNets;
    this.worstMargins = worstMargins;
    this.until = until;
    int blocks = (worstNets.length + BLOCK - 1) / BLOCK;
    leastNets = new long[blocks];
    mostMargins = new long[blocks];
    for (int block = 0; block < blocks; block++) {
      int end = Math.min((block + 1) * BLOCK, worstNets.length);
      leastNets[block] = Arrays.stream(worstNets, block * BLOCK, end).min().orElseThrow();
      mostMargins[block] = Arrays.stream(worstMargins, block * BLOCK, end).max().orElseThrow();
    }
  }

  /** How many bars are complete at this step. */
  int until(int step) {
    return until == null ? step : until[step];
  }

  /** Those of the steps from one to before another. */
  Bars between(int from, int to) {
    int first = until(from);
    int end = until(to - 1);
    return new Bars(
        Arrays.copyOfRange(worstNets, first, end),
        Arrays.copyOfRange(worstMargins, first, end),
        until == null
            ? null
            : Arrays.stream(until, from, to).map(complete -> complete - first).toArray());
  }

  /**
   * The first of these bars at whose extreme uniMMR may be less than this, by one comparison in
   * floating point; {@code to} when there is none.
   */
  int firstBelow(double uniMmr, long collateralValue, int from, int to) {
    int bar = from;
    while (bar < to) {
      int block = bar / BLOCK;
      int end = Math.min((block + 1) * BLOCK, to);
      if (leastNets[block] + collateralValue < uniMmr * mostMargins[block]) {
        bar = firstBelowOneByOne(uniMmr, collateralValue, bar, end);
        if (bar < end) {
          return bar;
        }
      }
      bar = end;
    }
    return to;
  }

  private int firstBelowOneByOne(double uniMmr, long collateralValue, int from, int to) {
    int bar = from;
    while (bar < to && worstNets[bar] + collateralValue >= uniMmr * worstMargins[bar]) {
      bar++;
    }
    return bar;
  }

  /** The first step from this one on at which the bar is complete. */
  int stepAfter(int bar, int from) {
    int step = from;
    while (until(step) <= bar) {
      step++;
    }
    return step;
  }

  long bytes() {
    return 8L * (worstNets.length + worstMargins.length + leastNets.length + mostMargins.length)
        + (until == null ? 0 : 4L * until.length);
  }
}
