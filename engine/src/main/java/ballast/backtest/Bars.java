package ballast.backtest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The account at the adverse extreme of each bar, but for LDUSDT: where the exchange would
 * liquidate it. Immutable; the arrays do not leave this package.
 */
final class Bars {
  final long[] worstNets;
  final long[] worstMargins;
  private final int @Nullable [] until;

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

  long bytes() {
    return 8L * (worstNets.length + worstMargins.length) + (until == null ? 0 : 4L * until.length);
  }
}
