package ballast.sweep;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One place in a {@link Space}. Points stand in the order of their axes, the first axis first, and
 * each axis in its own order: what ties are broken by.
 *
 * @param index its place in that order, from 0
 * @param values a value for each axis, by name
 */
public record Point(long index, SortedMap<String, String> values) implements Comparable<Point> {
  public Point {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  @Override
  public int compareTo(Point other) {
    return Long.compare(index, other.index);
  }
}
