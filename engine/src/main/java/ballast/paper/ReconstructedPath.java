package ballast.paper;

import ballast.market.PricePath;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A path that passes exactly through each day's public open, high, low and close, and is made up in
 * between by midpoint displacement: integers and a seed, so the same on every machine. On a falling
 * day the high comes first, on a rising day the low.
 */
final class ReconstructedPath {
  private static final long DAY_MILLIS = 86_400_000;

  /** Prices move in steps of 0.1. */
  private static final long STEP = 10_000_000;

  /** A month in seconds, so that a wrong step ends in a message and not in no memory. */
  private static final int MOST_BARS = 3_000_000;

  private final long barMillis;
  private final int barsPerDay;
  private final SplittableRandom random;

  ReconstructedPath(long barMillis, long seed) {
    if (barMillis <= 0 || DAY_MILLIS % barMillis != 0 || DAY_MILLIS / barMillis < 24) {
      throw new IllegalArgumentException(
          "a reconstructed path needs bars that divide a day, an hour at most; got "
              + barMillis
              + " ms");
    }
    this.barMillis = barMillis;
    this.barsPerDay = Math.toIntExact(DAY_MILLIS / barMillis);
    this.random = new SplittableRandom(seed);
  }

  PricePath through(String name, List<DayFigures> days) {
    int bars = Math.multiplyExact(days.size(), barsPerDay);
    if (bars > MOST_BARS) {
      throw new IllegalArgumentException(
          "a reconstructed path has " + MOST_BARS + " bars at most, got " + bars + "; widen step");
    }
    long[] times = new long[bars];
    long[] opens = new long[bars];
    long[] highs = new long[bars];
    long[] lows = new long[bars];
    long[] closes = new long[bars];
    int bar = 0;
    for (DayFigures day : days) {
      long begun = day.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      long[] points = points(day);
      for (int i = 0; i < barsPerDay; i++, bar++) {
        times[bar] = begun + i * barMillis;
        opens[bar] = points[i];
        closes[bar] = points[i + 1];
        long wick = stepped(random.nextLong((day.highE8() - day.lowE8()) / barsPerDay + STEP));
        highs[bar] = Math.min(day.highE8(), Math.max(points[i], points[i + 1]) + wick);
        lows[bar] = Math.max(day.lowE8(), Math.min(points[i], points[i + 1]) - wick);
      }
    }
    return PricePath.of(name, barMillis, times, opens, highs, lows, closes);
  }

  private long[] points(DayFigures day) {
    long[] points = new long[barsPerDay + 1];
    int first = random.nextInt(barsPerDay / 8, barsPerDay / 2);
    int second = random.nextInt(barsPerDay / 2 + 1, barsPerDay * 7 / 8 + 1);
    boolean falls = day.closeE8() < day.openE8();
    points[0] = day.openE8();
    points[first] = falls ? day.highE8() : day.lowE8();
    points[second] = falls ? day.lowE8() : day.highE8();
    points[barsPerDay] = day.closeE8();
    long swing = (day.highE8() - day.lowE8()) / 8;
    displace(points, 0, first, swing, day);
    displace(points, first, second, swing, day);
    displace(points, second, barsPerDay, swing, day);
    return points;
  }

  private void displace(long[] points, int from, int to, long swing, DayFigures day) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    long straight = points[from] + (points[to] - points[from]) / (to - from) * (middle - from);
    long moved = stepped(straight + random.nextLong(-swing, swing + 1));
    points[middle] = Math.max(day.lowE8(), Math.min(day.highE8(), moved));
    displace(points, from, middle, swing * 6 / 10, day);
    displace(points, middle, to, swing * 6 / 10, day);
  }

  private static long stepped(long price) {
    return price - Math.floorMod(price, STEP);
  }
}
