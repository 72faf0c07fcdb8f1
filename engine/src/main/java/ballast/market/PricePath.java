package ballast.market;

import java.util.Arrays;

/**
 * Prices bar by bar as columns of primitives: what a backtest and the paper exchange walk along.
 * Immutable and safe for several threads; the arrays are never handed out.
 */
public final class PricePath {
  private final String source;
  private final long barMillis;
  private final int missingBars;
  private final long[] openTimes;
  private final long[] opens;
  private final long[] highs;
  private final long[] lows;
  private final long[] closes;

  /** Takes over the arrays; callers in this package do not keep them. */
  PricePath(
      String source,
      long barMillis,
      int missingBars,
      long[] openTimes,
      long[] opens,
      long[] highs,
      long[] lows,
      long[] closes) {
    if (openTimes.length == 0 || barMillis <= 0) {
      throw new IllegalArgumentException("a price path needs at least one bar of some length");
    }
    this.source = source;
    this.barMillis = barMillis;
    this.missingBars = missingBars;
    this.openTimes = openTimes;
    this.opens = opens;
    this.highs = highs;
    this.lows = lows;
    this.closes = closes;
  }

  /**
   * A path from columns of equal length, copied.
   *
   * @param source where it comes from, for messages and reports
   * @param barMillis length of every bar
   * @param openTimes epoch milliseconds, each exactly one bar after the one before it
   * @param opens prices × 1e8, as are highs, lows and closes
   */
  public static PricePath of(
      String source,
      long barMillis,
      long[] openTimes,
      long[] opens,
      long[] highs,
      long[] lows,
      long[] closes) {
    for (int i = 0; i < openTimes.length; i++) {
      if (i > 0 && openTimes[i] - openTimes[i - 1] != barMillis) {
        throw new IllegalArgumentException("bar " + i + " does not follow the one before it");
      }
      if (!isBar(opens[i], highs[i], lows[i], closes[i])) {
        throw new IllegalArgumentException("bar " + i + " is not low <= open, close <= high");
      }
    }
    return new PricePath(
        source,
        barMillis,
        0,
        openTimes.clone(),
        opens.clone(),
        highs.clone(),
        lows.clone(),
        closes.clone());
  }

  /** A positive bar whose open and close lie between its low and its high. */
  static boolean isBar(long open, long high, long low, long close) {
    return low > 0 && low <= Math.min(open, close) && Math.max(open, close) <= high;
  }

  public String source() {
    return source;
  }

  /** Number of bars, at least one. */
  public int bars() {
    return openTimes.length;
  }

  public long barMillis() {
    return barMillis;
  }

  /** Bars that the file lacked and that were let pass. */
  public int missingBars() {
    return missingBars;
  }

  /** When the bar begins, epoch milliseconds. */
  public long openTime(int bar) {
    return openTimes[bar];
  }

  /** When the bar is complete, epoch milliseconds. */
  public long endTime(int bar) {
    return openTimes[bar] + barMillis;
  }

  public long openE8(int bar) {
    return opens[bar];
  }

  public long highE8(int bar) {
    return highs[bar];
  }

  public long lowE8(int bar) {
    return lows[bar];
  }

  public long closeE8(int bar) {
    return closes[bar];
  }

  public long startMillis() {
    return openTimes[0];
  }

  public long endMillis() {
    return endTime(bars() - 1);
  }

  /** The last bar that is complete at this time, or -1 before the first one is. */
  public int lastComplete(long millis) {
    int found = Arrays.binarySearch(openTimes, millis - barMillis);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * The price that is known at this time: the close of the last complete bar; before the first is
   * complete, its open. Every consumer observes by this rule.
   */
  public long observedE8(long millis) {
    int bar = lastComplete(millis);
    return bar < 0 ? opens[0] : closes[bar];
  }

  /** When the first bar opens that opens at or after this time; {@code Long.MAX_VALUE} if none. */
  public long firstOpenFrom(long millis) {
    int bar = insertion(millis);
    return bar < bars() ? openTimes[bar] : Long.MAX_VALUE;
  }

  /** The bars that open at or after {@code from} and before {@code to}, at least one. */
  public PricePath between(long from, long to) {
    int first = insertion(from);
    int last = insertion(to);
    if (first >= last) {
      throw new IllegalArgumentException(source + " has no bar in the wanted span");
    }
    return new PricePath(
        source,
        barMillis,
        missingBars,
        Arrays.copyOfRange(openTimes, first, last),
        Arrays.copyOfRange(opens, first, last),
        Arrays.copyOfRange(highs, first, last),
        Arrays.copyOfRange(lows, first, last),
        Arrays.copyOfRange(closes, first, last));
  }

  private int insertion(long millis) {
    int found = Arrays.binarySearch(openTimes, millis);
    return found >= 0 ? found : -found - 1;
  }
}
