package ballast.backtest;

import java.math.BigInteger;
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

  /** That of the steps from one to before another, less what it was before. */
  Ledger between(int from, int to, long before) {
    Writer part = new Writer();
    part.set(0, at(from) - before);
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] > from && steps[i] < to) {
        part.set(steps[i] - from, values[i] - before);
      }
    }
    return part.ledger();
  }

  /** Each step at which the value changes and the value from it on. */
  long[] changes() {
    long[] changes = new long[2 * steps.length];
    for (int i = 0; i < steps.length; i++) {
      changes[2 * i] = steps[i];
      changes[2 * i + 1] = values[i];
    }
    return changes;
  }

  /** The sum of the values of so many steps from the first on. */
  BigInteger sum(int until) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < steps.length && steps[i] < until; i++) {
      int end = i + 1 < steps.length ? Math.min(until, steps[i + 1]) : until;
      sum = sum.add(BigInteger.valueOf(values[i]).multiply(BigInteger.valueOf(end - steps[i])));
    }
    return sum;
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
      if (size > 0 && steps[size - 1] == step) {
        values[size - 1] = value;
        return;
      }
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
