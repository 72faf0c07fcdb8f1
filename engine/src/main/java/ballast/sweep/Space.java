package ballast.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/** Every combination of the values of some axes. Immutable. */
public final class Space {
  /** More points than are made at once. */
  static final long MOST = 1_000_000;

  private final List<Axis> axes;
  private final long size;

  /**
   * @throws IllegalArgumentException when there is no axis, a name comes twice, or there are more
   *     combinations than can be counted
   */
  public Space(List<Axis> axes) {
    this.axes = List.copyOf(axes);
    Set<String> names = new HashSet<>();
    long product = 1;
    for (Axis axis : axes) {
      if (!names.add(axis.name())) {
        throw new IllegalArgumentException(axis.name() + " is given twice");
      }
      if (product > Long.MAX_VALUE / axis.values().size()) {
        throw new IllegalArgumentException("there are too many combinations to count");
      }
      product *= axis.values().size();
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a space needs at least one axis");
    }
    this.size = product;
  }

  public List<Axis> axes() {
    return axes;
  }

  /** How many points there are. */
  public long size() {
    return size;
  }

  /** The point at this place of the order, 0 to before {@link #size}. */
  public Point point(long index) {
    TreeMap<String, String> values = new TreeMap<>();
    long rest = index;
    for (int i = axes.size() - 1; i >= 0; i--) {
      List<String> along = axes.get(i).values();
      values.put(axes.get(i).name(), along.get((int) (rest % along.size())));
      rest /= along.size();
    }
    return new Point(index, values);
  }

  /**
   * Makes candidates of the chosen points.
   *
   * @param maker refuses a point with an IllegalArgumentException in one plain line
   * @throws IllegalArgumentException when every point is asked for and there are more than a
   *     million
   */
  public <C> Candidates<C> candidates(Choice choice, Function<Point, C> maker) {
    if (choice instanceof Choice.Drawn drawn) {
      return drawn(drawn, new Sieve<>(maker));
    }
    if (size > MOST) {
      throw new IllegalArgumentException(
          size + " combinations are more than " + MOST + "; take larger steps, or draw some");
    }
    Sieve<C> sieve = new Sieve<>(maker);
    for (long index = 0; index < size; index++) {
      sieve.accepts(index);
    }
    return sieve.candidates();
  }

  /** Ends when enough are accepted, all were met, or so many refused that the rest must be rare. */
  private <C> Candidates<C> drawn(Choice.Drawn drawn, Sieve<C> sieve) {
    SplittableRandom random = new SplittableRandom(drawn.seed());
    Set<Long> met = new HashSet<>();
    long draws = Math.min(MOST, drawn.count()) * 1_000L;
    while (draws-- > 0
        && met.size() < Math.min(size, MOST)
        && sieve.accepted.size() < Math.min(MOST, drawn.count())) {
      long index = random.nextLong(size);
      if (met.add(index)) {
        sieve.accepts(index);
      }
    }
    return sieve.candidates();
  }

  /** Parts points that make a candidate from those that do not. */
  private final class Sieve<C> {
    private final Function<Point, C> maker;
    private final TreeMap<Long, C> accepted = new TreeMap<>();
    private long refused;
    private Optional<String> firstRefusal = Optional.empty();

    Sieve(Function<Point, C> maker) {
      this.maker = maker;
    }

    void accepts(long index) {
      try {
        accepted.put(index, maker.apply(point(index)));
      } catch (IllegalArgumentException e) {
        refused++;
        if (firstRefusal.isEmpty()) {
          firstRefusal = Optional.of(String.valueOf(e.getMessage()));
        }
      }
    }

    Candidates<C> candidates() {
      return new Candidates<>(new ArrayList<>(accepted.values()), refused, firstRefusal);
    }
  }
}
