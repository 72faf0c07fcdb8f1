package ballast.market;

import java.util.Arrays;

/** A column that grows while a file is read. */
final class LongColumn {
  private long[] values = new long[1 << 12];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return values[index];
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
