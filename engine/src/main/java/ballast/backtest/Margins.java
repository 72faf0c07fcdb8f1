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

  private final int[] bins = new int[BINS];
  final double low;
  private final double[] uniMmrs = new double[BLOCK];
  private double sum;
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
    int bin = (int) ((Double.doubleToRawLongBits(uniMmr) >> SHIFT) - FIRST);
    return bin >= 0 && bin < BINS ? bin : bin < 0 ? 0 : BINS - 1;
  }

  /**
   * Counts uniMMR at these steps, at most {@link #BLOCK}. All quotients first, then all sums: the
   * first loop has no branch and is compiled to vector instructions.
   */
  void count(History history, int from, int to, long collateralValue) {
    long[] nets = history.nets;
    long[] margins = history.margins;
    double[] quotients = uniMmrs;
    int length = to - from;
    for (int i = 0; i < length; i++) {
      quotients[i] = (double) (nets[from + i] + collateralValue) / margins[from + i];
    }
    sum(history, from, length);
  }

  private void sum(History history, int from, int length) {
    double[] quotients = uniMmrs;
    int[] counts = bins;
    double below = low;
    double total = sum;
    for (int i = 0; i < length; i++) {
      double uniMmr = quotients[i];
      if (isCounted(uniMmr)) {
        total += uniMmr;
        counts[bin(uniMmr)]++;
        if (uniMmr < below) {
          belowMillis += history.millisAfter(from + i);
        }
      }
    }
    sum = total;
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
    return counted == 0 ? 0 : sum / counted;
  }

  private long counted() {
    long counted = 0;
    for (int count : bins) {
      counted += count;
    }
    return counted;
  }

  /** The uniMMR that this share of the counted steps does not reach; the lowest bin's own floor. */
  double quantile(double share) {
    long rank = (long) Math.floor(share * counted());
    int bin = 0;
    for (long passed = bins[0]; passed <= rank && bin < BINS - 1; passed += bins[bin]) {
      bin++;
    }
    return Double.longBitsToDouble((bin + FIRST) << SHIFT);
  }
}
