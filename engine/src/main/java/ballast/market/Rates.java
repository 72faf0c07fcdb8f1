package ballast.market;

import ballast.strategy.Ratio;
import java.util.Arrays;

/**
 * What LDUSDT earns, as a fraction a year: recorded values that each hold until the next, or one
 * for all time. Immutable, safe for several threads.
 */
public final class Rates {
  private final long[] times;
  private final long[] aprsE8;

  /** Takes over the arrays; callers in this package do not keep them. */
  Rates(long[] times, long[] aprsE8) {
    if (aprsE8.length == 0) {
      throw new IllegalArgumentException("there must be at least one rate");
    }
    this.times = times;
    this.aprsE8 = aprsE8;
  }

  /** One rate for all time. */
  public static Rates constant(Ratio apr) {
    return new Rates(new long[] {0}, new long[] {apr.e8()});
  }

  /** The time of the first record, epoch milliseconds. */
  public long firstMillis() {
    return times[0];
  }

  /** The time of the last record, epoch milliseconds. */
  public long lastMillis() {
    return times[times.length - 1];
  }

  /** Fraction a year × 1e8 at this time; before the first record, the first. */
  public long aprE8(long millis) {
    int found = Arrays.binarySearch(times, millis);
    int last = found >= 0 ? found : -found - 2;
    return aprsE8[Math.max(last, 0)];
  }
}
