package ballast.bench;

import ballast.backtest.History;

/**
 * The limit: the same band as a bare loop over scaled longs, as exact as the strategy is. Two
 * comparisons of 128-bit products decide a step, and the lowest equity is kept so that there is a
 * result; no interface, no guard, no bars between the steps, no uniMMR and no statistics of it.
 */
final class Bare implements Walk {
  private static final long ONE = 100_000_000L;

  private final long[] nets;
  private final long[] margins;
  private final long opening;
  private long lowest;

  Bare(History history) {
    nets = new long[history.steps()];
    margins = new long[history.steps()];
    for (int i = 0; i < nets.length; i++) {
      nets[i] = history.netE8(i);
      margins[i] = history.maintenanceE8(i);
    }
    opening = history.opening().e8();
  }

  @Override
  public long walk() {
    long held = opening;
    long moves = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < nets.length; i++) {
      long equity = nets[i] + held;
      long margin = margins[i];
      if (isBelow(equity, Band.LOW * ONE, margin)) {
        held += Band.LOW_TARGET * margin - equity;
        moves++;
      } else if (!isBelow(equity, Band.HIGH * ONE, margin)) {
        held -= equity - Band.HIGH_TARGET * margin;
        moves++;
      }
      least = Math.min(least, equity);
    }
    lowest = least;
    return moves;
  }

  /** equity × 1e8 less than ratio × margin. */
  private static boolean isBelow(long equity, long ratioE8, long margin) {
    long high = Math.multiplyHigh(equity, ONE);
    long otherHigh = Math.multiplyHigh(ratioE8, margin);
    return high < otherHigh
        || (high == otherHigh && Long.compareUnsigned(equity * ONE, ratioE8 * margin) < 0);
  }

  /** The lowest equity of the last walk, USD × 1e8: read, so that no compiler leaves it out. */
  long lowest() {
    return lowest;
  }
}
