package ballast.backtest;

import java.util.Arrays;

/**
 * A figure that changes now and then, such as LDUSDT that earns every hour: from which step on it
 * has which value. Immutable once built; safe for several threads.
 */
final class Ledger {
  private final int[] steps;
  private final long[] values;

  private Ledger(int[] steps, long[] values) {
    this.steps = steps;
    this.values = values;
  }

  /** The value at a step. */
  long at(int step) {
    int found = Arrays.binarySearch(steps, step);
    return values[found >= 0 ? found : Math.max(0, -found - 2)];
  }

  long bytes() {
    return 4L * steps.length + 8L * values.length;
  }

  /** Writes one down, step by step. */
  static final class Writer {
    private int[] steps = new int[64];
    private long[] values = new long[64];
    private int size;

    /** The value from this step on. */
    void set(int step, long value) {
      if (size > 0 && values[size - 1] == value) {
        return;
      }
      if (size == steps.length) {
        steps = Arrays.copyOf(steps, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      steps[size] = step;
      values[size++] = value;
    }

    Ledger ledger() {
      return new Ledger(Arrays.copyOf(steps, size), Arrays.copyOf(values, size));
    }
  }
}
