package ballast.tick;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import java.math.RoundingMode;
import java.time.Duration;

/** What the Earn side can have earned by itself between two readings. */
final class Interest {
  /** More than flexible Earn has paid in any year; only bounds how far evidence may be off. */
  private static final Ratio HIGHEST_APR = Ratio.parse("0.5");

  /** Interest arrives in lumps of at most this. */
  private static final long LUMP_MILLIS = Duration.ofDays(1).toMillis();

  private static final long YEAR_MILLIS = Duration.ofDays(365).toMillis();

  private Interest() {}

  /** True when interest alone may have added this much; it never takes anything. */
  static boolean explains(Holdings before, Holdings now, Usdt earned) {
    return !earned.isNegative() && earned.compareTo(most(before, now)) <= 0;
  }

  /** The most that may have been earned. */
  static Usdt most(Holdings before, Holdings now) {
    long elapsed = Math.max(0, now.readAtMillis() - before.readAtMillis()) + LUMP_MILLIS;
    Usdt aYear = before.inEarn().plus(before.inFutures()).times(HIGHEST_APR, RoundingMode.CEILING);
    return aYear.times(
        Ratio.of(new Usdt(elapsed), new Usdt(YEAR_MILLIS), RoundingMode.CEILING),
        RoundingMode.CEILING);
  }
}
