package ballast.dashboard;

import ballast.strategy.Ratio;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last hours of one account, bounded. Confined to whoever holds {@link History}'s lock. */
final class AccountHistory {
  /** A day of ticks every thirty seconds. */
  static final int MOST_POINTS = 2_880;

  static final int MOST_EPISODES = 12;

  private final Deque<Point> points = new ArrayDeque<>();
  private final Deque<Episode> episodes = new ArrayDeque<>();

  /** uniMMR at a time. */
  record Point(long atMillis, Ratio uniMmr) {}

  void add(Episode tick) {
    tick.uniMmr().ifPresent(uniMmr -> add(new Point(tick.lastMillis(), uniMmr)));
    join(tick);
  }

  /** Puts what came before the first tick that was added before it. */
  void precede(List<Episode> earlier) {
    List<Point> pointsSince = points();
    List<Episode> episodesSince = List.copyOf(episodes);
    long since = episodesSince.isEmpty() ? Long.MAX_VALUE : episodesSince.get(0).firstMillis();
    points.clear();
    episodes.clear();
    earlier.stream().filter(tick -> tick.lastMillis() < since).forEach(this::add);
    pointsSince.forEach(this::add);
    episodesSince.forEach(this::join);
  }

  private void add(Point point) {
    points.addLast(point);
    if (points.size() > MOST_POINTS) {
      points.removeFirst();
    }
  }

  private void join(Episode later) {
    Episode last = episodes.peekLast();
    if (last != null && last.goesOnWith(later)) {
      episodes.removeLast();
      episodes.addLast(last.with(later));
    } else {
      episodes.addLast(later);
    }
    if (episodes.size() > MOST_EPISODES) {
      episodes.removeFirst();
    }
  }

  List<Point> points() {
    return List.copyOf(points);
  }

  /** From the latest to the earliest. */
  List<Episode> episodes() {
    List<Episode> latestFirst = new ArrayList<>();
    episodes.descendingIterator().forEachRemaining(latestFirst::add);
    return latestFirst;
  }
}
