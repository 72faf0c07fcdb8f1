package ballast.report;

/**
 * Makes a long line short without losing what matters in it: of every bucket of neighbouring points
 * the first, the lowest, the highest and the last stay, in their order. So no crash, however brief,
 * is thinned away.
 */
final class Thinning {
  private static final int KEPT_PER_BUCKET = 4;

  private Thinning() {}

  /** The same line with at most so many points, at least four. */
  static Series toAtMost(int points, Series series) {
    int size = series.size();
    if (size <= points) {
      return series;
    }
    int buckets = Math.max(1, points / KEPT_PER_BUCKET);
    Series.Recorder kept = Series.recorder();
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = (int) ((long) size * bucket / buckets);
      int to = (int) ((long) size * (bucket + 1) / buckets);
      keep(series, from, to, kept);
    }
    return kept.series();
  }

  private static void keep(Series series, int from, int to, Series.Recorder kept) {
    int lowest = from;
    int highest = from;
    for (int i = from; i < to; i++) {
      lowest = series.e8(i) < series.e8(lowest) ? i : lowest;
      highest = series.e8(i) > series.e8(highest) ? i : highest;
    }
    int[] indexes = {from, Math.min(lowest, highest), Math.max(lowest, highest), to - 1};
    int last = -1;
    for (int index : indexes) {
      if (index > last) {
        kept.add(series.millis(index), series.e8(index));
        last = index;
      }
    }
  }
}
