package ballast.report;

import java.util.Arrays;

/**
 * Where the points of a run lie in a picture: columns of time from 0 to one less than their number,
 * each with the lowest uniMMR that falls into it.
 */
final class ChartArea {
  /** A column in which a line has no point, as after liquidation. */
  static final long NOTHING = Long.MIN_VALUE;

  private final long startMillis;
  private final long endMillis;
  private final int columns;

  ChartArea(Run run, int columns) {
    Series with = run.with().uniMmr();
    Series without = run.without().uniMmr();
    if (with.isEmpty() && without.isEmpty()) {
      throw new IllegalArgumentException("a run without a single point cannot be drawn");
    }
    long start = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (Series series : new Series[] {with, without}) {
      if (!series.isEmpty()) {
        start = Math.min(start, series.millis(0));
        end = Math.max(end, series.millis(series.size() - 1));
      }
    }
    this.startMillis = start;
    this.endMillis = end;
    this.columns = columns;
  }

  long startMillis() {
    return startMillis;
  }

  long endMillis() {
    return endMillis;
  }

  /** The column of a time. */
  int column(long atMillis) {
    long length = Math.max(1, endMillis - startMillis);
    long offset = Math.min(length, Math.max(0, atMillis - startMillis));
    return (int) ((double) offset / length * (columns - 1));
  }

  /** The lowest value of each column; a column between two points takes the earlier one's. */
  long[] lowest(Series series) {
    long[] lowest = new long[columns];
    Arrays.fill(lowest, NOTHING);
    int filled = -1;
    for (int i = 0; i < series.size(); i++) {
      int column = column(series.millis(i));
      for (int gap = filled + 1; filled >= 0 && gap < column; gap++) {
        lowest[gap] = lowest[filled];
      }
      long e8 = series.e8(i);
      lowest[column] = column == filled ? Math.min(lowest[column], e8) : e8;
      filled = column;
    }
    return lowest;
  }
}
