package ballast.market;

import ballast.strategy.Ratio;
import java.util.Arrays;

/**
 * When funding is exchanged and at which rate: recorded, or the same one at every interval. A
 * positive rate is paid by longs. Immutable, safe for several threads.
 */
public final class FundingRates {
  /** {@link #nextAfter} when no more is known. */
  public static final long NEVER = Long.MAX_VALUE;

  /** How often perpetual contracts exchange funding unless they say otherwise. */
  public static final long EIGHT_HOURS_MILLIS = 8 * 3_600_000L;

  private final long[] times;
  private final long[] ratesE8;
  private final long intervalMillis;

  private FundingRates(long[] times, long[] ratesE8, long intervalMillis) {
    this.times = times;
    this.ratesE8 = ratesE8;
    this.intervalMillis = intervalMillis;
  }

  /** Takes over the arrays; callers in this package do not keep them. */
  static FundingRates recorded(long[] times, long[] ratesE8) {
    return new FundingRates(times, ratesE8, 0);
  }

  /** The same rate at 00:00, 08:00 and 16:00 UTC of every day. */
  public static FundingRates constant(Ratio rate) {
    return new FundingRates(new long[0], new long[] {rate.e8()}, EIGHT_HOURS_MILLIS);
  }

  /** The first recorded time, epoch milliseconds; {@link #NEVER} where none is recorded. */
  public long firstMillis() {
    return times.length == 0 ? NEVER : times[0];
  }

  /** The last recorded time, epoch milliseconds; {@link #NEVER} where none is recorded. */
  public long lastMillis() {
    return times.length == 0 ? NEVER : times[times.length - 1];
  }

  /** The first funding time after this one, epoch milliseconds, or {@link #NEVER}. */
  public long nextAfter(long millis) {
    if (intervalMillis > 0) {
      return (Math.floorDiv(millis, intervalMillis) + 1) * intervalMillis;
    }
    int found = Arrays.binarySearch(times, millis);
    int next = found >= 0 ? found + 1 : -found - 1;
    return next < times.length ? times[next] : NEVER;
  }

  /** The rate of the last funding at or before this time, fraction × 1e8; zero before the first. */
  public long rateE8(long millis) {
    if (intervalMillis > 0) {
      return ratesE8[0];
    }
    int found = Arrays.binarySearch(times, millis);
    int last = found >= 0 ? found : -found - 2;
    return last < 0 ? 0 : ratesE8[last];
  }

  /** True where funding is known from this time to that one. */
  public boolean covers(long fromMillis, long toMillis) {
    return intervalMillis > 0
        || (times.length > 0
            && times[0] <= fromMillis + EIGHT_HOURS_MILLIS
            && times[times.length - 1] >= toMillis - EIGHT_HOURS_MILLIS);
  }
}
