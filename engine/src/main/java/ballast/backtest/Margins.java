package ballast.backtest;

import ballast.margin.PortfolioMargin;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;

/**
 * The statistics of uniMMR along a pass. The lowest is exact and tested at the bars' extremes; mean
 * and quantiles are of the steps, in floating point, the quantiles to one part in 2048, rounded
 * down. Mutable, for one thread.
 */
final class Margins {
  /** Steps counted at a time, so few that their quotients stay in a core's first cache. */
  static final int BLOCK = 512;

  /** 2048 bins an octave: the upper 11 bits of a double's fraction and its exponent. */
  private static final int SHIFT = 52 - 11;

  private static final long FIRST = Double.doubleToRawLongBits(0x1p-8) >> SHIFT;
  private static final int BINS = 28 << 11;

  /**
   * One comparison in floating point decides unless it is as close as this: far more than the error
   * of its five roundings, and so little that bars at one and the same price do not come up again.
   */
  private static final double SLACK = 1 + 1e-13;

  /** Of the block's steps, in order; whoever walks writes them, where a core has time to divide. */
  final double[] uniMmrs = new double[BLOCK];

  private final int[] evenBins = new int[BINS];
  private final int[] oddBins = new int[BINS];
  final double low;
  private double evenSum;
  private double oddSum;
  private long belowMillis;
  private Ratio lowest;

  /** Above this a bar's extreme is neither a new lowest nor near liquidation. */
  double mindBelow;

  /**
   * @param equityE8 at the beginning
   * @param marginE8 at the beginning
   * @param low the uniMMR below which time is counted
   */
  Margins(long equityE8, long marginE8, double low) {
    this.low = low;
    lowest = PortfolioMargin.uniMmr(new Usdt(equityE8), new Usdt(marginE8));
    mind();
  }

  /**
   * Where a uniMMR is counted. What is below the bins, or negative, is counted in the first, what
   * is above them in the last.
   */
  static int bin(double uniMmr) {
    return Math.max(0, Math.min(place(uniMmr), BINS - 1));
  }

  private static int place(double uniMmr) {
    return (int) ((Double.doubleToRawLongBits(uniMmr) >> SHIFT) - FIRST);
  }

  /**
   * Counts uniMMR at these steps, at most {@link #BLOCK}, whose quotients stand in {@link #uniMmrs}
   * from its beginning. Two steps at a time, each with a sum and bins of its own: neighbours mostly
   * share a bin, and a core waits for one count to be written before it counts again in the same.
   */
  void count(History history, int from, int to) {
    double[] quotients = uniMmrs;
    int[] evens = evenBins;
    int[] odds = oddBins;
    double even = 0;
    double odd = 0;
    int paired = (to - from) & ~1;
    for (int i = 0; i < paired; i += 2) {
      double one = quotients[i];
      double next = quotients[i + 1];
      int bin = place(one);
      int nextBin = place(next);
      if (isPlain(one, bin, evens) && isPlain(next, nextBin, odds)) {
        even += one;
        evens[bin]++;
        odd += next;
        odds[nextBin]++;
      } else {
        count(history, from + i, one);
        count(history, from + i + 1, next);
      }
    }
    evenSum += even;
    oddSum += odd;
    if (from + paired < to) {
      count(history, from + paired, quotients[paired]);
    }
  }

  /** Within the bins, which no quotient by zero is, and not below the level that is timed. */
  private boolean isPlain(double uniMmr, int bin, int[] counts) {
    return bin >= 0 && bin < counts.length && uniMmr >= low;
  }

  /** Counts uniMMR at one step. */
  void count(History history, int step, double uniMmr) {
    if (isCounted(uniMmr)) {
      evenSum += uniMmr;
      evenBins[bin(uniMmr)]++;
      if (uniMmr < low) {
        belowMillis += history.millisAfter(step);
      }
    }
  }

  /** Not where there was no margin to divide by. */
  private static boolean isCounted(double uniMmr) {
    return Math.abs(uniMmr) <= Double.MAX_VALUE;
  }

  /** Looks at an extreme exactly; true when the exchange liquidates there. */
  boolean sink(long equityE8, long marginE8) {
    if (marginE8 <= 0) {
      return false;
    }
    if (lowest.compareQuotient(equityE8, marginE8) < 0) {
      lowest = PortfolioMargin.uniMmr(new Usdt(equityE8), new Usdt(marginE8));
      mind();
    }
    return PortfolioMargin.isLiquidated(equityE8, marginE8);
  }

  private void mind() {
    mindBelow = Math.max(lowest.e8(), PortfolioMargin.LIQUIDATION.e8()) / 1e8 * SLACK;
  }

  long belowMillis() {
    return belowMillis;
  }

  Ratio lowest() {
    return lowest;
  }

  /** Of the counted steps; zero when none was. */
  double mean() {
    long counted = counted();
    return counted == 0 ? 0 : (evenSum + oddSum) / counted;
  }

  private long counted() {
    long counted = 0;
    for (int bin = 0; bin < BINS; bin++) {
      counted += in(bin);
    }
    return counted;
  }

  private int in(int bin) {
    return evenBins[bin] + oddBins[bin];
  }

  /** The uniMMR that this share of the counted steps does not reach; the lowest bin's own floor. */
  double quantile(double share) {
    long rank = (long) Math.floor(share * counted());
    int bin = 0;
    for (long passed = in(0); passed <= rank && bin < BINS - 1; passed += in(bin)) {
      bin++;
    }
    return Double.longBitsToDouble((bin + FIRST) << SHIFT);
  }
}
