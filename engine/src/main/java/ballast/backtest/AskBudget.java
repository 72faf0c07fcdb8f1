package ballast.backtest;

import java.util.Arrays;

/**
 * The exchange's budget for asking what is transferable: 12,000 weight a sliding minute, 1500 a
 * call, so eight. Mutable, for one thread.
 */
final class AskBudget {
  static final int CALLS_A_MINUTE = 12_000 / 1_500;
  private static final long MINUTE_MILLIS = 60_000;

  private final long[] asked = new long[CALLS_A_MINUTE];
  private int oldest;

  AskBudget() {
    Arrays.fill(asked, Long.MIN_VALUE / 2);
  }

  /** True, and the call is counted, when fewer than eight were made in the last minute. */
  boolean grants(long nowMillis) {
    if (nowMillis - asked[oldest] < MINUTE_MILLIS) {
      return false;
    }
    asked[oldest] = nowMillis;
    oldest = (oldest + 1) % CALLS_A_MINUTE;
    return true;
  }
}
