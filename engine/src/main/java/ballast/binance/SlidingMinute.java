package ballast.binance;

import java.util.ArrayDeque;
import java.util.Deque;

/** The weight used in the last sixty seconds, of one endpoint in one scope. Not thread-safe. */
final class SlidingMinute {
  static final long MILLIS = 60_000;

  private record Use(long atMillis, long weight) {}

  private final Deque<Use> uses = new ArrayDeque<>();
  private long total;
  private long lastSeenMillis = Long.MIN_VALUE;

  long used(long nowMillis) {
    if (nowMillis < lastSeenMillis) {
      restampAll(nowMillis);
    }
    lastSeenMillis = nowMillis;
    for (Use first = uses.peekFirst();
        first != null && first.atMillis() <= nowMillis - MILLIS;
        first = uses.peekFirst()) {
      total -= uses.removeFirst().weight();
    }
    return total;
  }

  void add(long nowMillis, long weight) {
    total = used(nowMillis) + weight;
    Use last = uses.peekLast();
    if (last != null && last.atMillis() == nowMillis) {
      uses.removeLast();
      uses.addLast(new Use(nowMillis, last.weight() + weight));
    } else {
      uses.addLast(new Use(nowMillis, weight));
    }
  }

  /**
   * The exchange has counted this much: what is missing here was used by someone else, just now.
   */
  void raiseTo(long nowMillis, long reported) {
    long missing = reported - used(nowMillis);
    if (missing > 0) {
      add(nowMillis, missing);
    }
  }

  /** The clock was set back: everything counts for one more minute, and no longer than that. */
  private void restampAll(long nowMillis) {
    uses.clear();
    if (total > 0) {
      uses.addLast(new Use(nowMillis, total));
    }
  }
}
