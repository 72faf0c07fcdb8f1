package ballast.report;

/**
 * Takes a long line point by point and keeps a short one without losing what matters in it: of
 * every bucket of neighbouring points the first, the lowest, the highest and the last stay, in
 * their order. So no crash, however brief, is thinned away. Confined to one thread.
 */
final class Sampler {
  private static final int KEPT_PER_BUCKET = 4;

  private final Series.Recorder kept = Series.recorder();
  private final int bucket;
  private int taken;
  private Point first = Point.NONE;
  private Point lowest = Point.NONE;
  private Point highest = Point.NONE;
  private Point last = Point.NONE;

  private record Point(int place, long millis, long e8) {
    static final Point NONE = new Point(-1, 0, 0);
  }

  /**
   * @param most points that are kept, at least four
   * @param size points that will come, at most
   */
  Sampler(int most, int size) {
    int buckets = Math.max(1, most / KEPT_PER_BUCKET);
    this.bucket = size <= most ? 1 : (int) (((long) size + buckets - 1) / buckets);
  }

  /** The next point, not earlier than the one before it. */
  void add(long millis, long e8) {
    last = new Point(taken, millis, e8);
    if (taken == 0) {
      first = last;
      lowest = last;
      highest = last;
    }
    lowest = e8 < lowest.e8() ? last : lowest;
    highest = e8 > highest.e8() ? last : highest;
    if (++taken == bucket) {
      close();
    }
  }

  private void close() {
    Point earlier = lowest.place() < highest.place() ? lowest : highest;
    Point later = lowest.place() < highest.place() ? highest : lowest;
    int before = -1;
    for (Point point : new Point[] {first, earlier, later, last}) {
      if (point.place() > before) {
        kept.add(point.millis(), point.e8());
        before = point.place();
      }
    }
    taken = 0;
  }

  /** What is kept of the points so far. */
  Series series() {
    if (taken > 0) {
      close();
    }
    return kept.series();
  }
}
