package ballast.report;

import java.util.Arrays;

/**
 * A line of a chart: values at rising times, as two primitive arrays. Immutable once made, safe for
 * several threads.
 */
public final class Series {
  private final long[] millis;
  private final long[] e8;

  private Series(long[] millis, long[] e8) {
    this.millis = millis;
    this.e8 = e8;
  }

  /**
   * Copies two arrays of one length.
   *
   * @param millis epoch milliseconds, not falling
   * @param e8 values in units of 1e-8: a uniMMR as {@code Ratio.e8()}, an amount as {@code
   *     Usdt.e8()}
   */
  public static Series of(long[] millis, long[] e8) {
    if (millis.length != e8.length) {
      throw new IllegalArgumentException(
          "times and values must be as many, got " + millis.length + " and " + e8.length);
    }
    for (int i = 1; i < millis.length; i++) {
      if (millis[i] < millis[i - 1]) {
        throw new IllegalArgumentException("times must not fall, they do at index " + i);
      }
    }
    return new Series(millis.clone(), e8.clone());
  }

  /** An empty recorder of points. */
  public static Recorder recorder() {
    return new Recorder();
  }

  /** How many points there are. */
  public int size() {
    return millis.length;
  }

  /** True when there is no point at all. */
  public boolean isEmpty() {
    return millis.length == 0;
  }

  /** Epoch milliseconds of one point. */
  public long millis(int index) {
    return millis[index];
  }

  /** The value of one point in units of 1e-8. */
  public long e8(int index) {
    return e8[index];
  }

  /** The value that held at a time: that of the last point not after it, or the first point's. */
  long e8At(long atMillis) {
    int found = Arrays.binarySearch(millis, atMillis);
    return e8[found >= 0 ? found : Math.max(0, -found - 2)];
  }

  /** Takes points one by one while a run goes on. Confined to one thread. */
  public static final class Recorder {
    private long[] millis = new long[1024];
    private long[] e8 = new long[1024];
    private int size;

    private Recorder() {}

    /** Adds a point, not earlier than the one before it. */
    public void add(long atMillis, long valueE8) {
      if (size == millis.length) {
        millis = Arrays.copyOf(millis, size * 2);
        e8 = Arrays.copyOf(e8, size * 2);
      }
      millis[size] = atMillis;
      e8[size] = valueE8;
      size++;
    }

    /** What was added so far. */
    public Series series() {
      return Series.of(Arrays.copyOf(millis, size), Arrays.copyOf(e8, size));
    }
  }
}
