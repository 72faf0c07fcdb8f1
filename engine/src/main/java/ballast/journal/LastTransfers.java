package ballast.journal;

import ballast.strategy.Direction;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an account's last transfers came to, read backwards from the head of its chain and no
 * further than it takes: a longer past costs nothing.
 *
 * @param mayHaveMoved the intent that was sent last among those that may have moved money; 0 when
 *     there is none
 * @param refusals by direction, the transfers refused since the last that was not
 */
record LastTransfers(long mayHaveMoved, Map<Direction, Refusals> refusals) {
  private static final int PAGE = 25;

  static LastTransfers read(Session session, LinkKeys keys) {
    Backwards walk = new Backwards();
    long upTo = keys.last();
    while (true) {
      List<Step> page = page(session, keys.of(0), upTo);
      for (Step step : page) {
        if (walk.isOver(step)) {
          return walk.found();
        }
      }
      if (page.size() < PAGE) {
        return walk.found();
      }
      upTo = page.get(PAGE - 1).link - 1;
    }
  }

  /** Without a condition on the state, so that the key's own order is followed. */
  private static List<Step> page(Session session, long from, long to) {
    return session
        .sql(
            "SELECT t.link, t.intent_id, t.state, t.at_ms,"
                + " (SELECT i.direction FROM intent i WHERE i.id = t.intent_id) AS direction"
                + " FROM transition t WHERE t.link BETWEEN ? AND ?"
                + (" ORDER BY t.link DESC FETCH FIRST " + PAGE + " ROWS ONLY"))
        .number(from)
        .number(to)
        .list(
            row ->
                new Step(
                    row.number("link"),
                    row.number("intent_id"),
                    row.one(IntentState.class, "state"),
                    row.number("at_ms"),
                    row.one(Direction.class, "direction")));
  }

  private record Step(
      long link, long intent, IntentState state, long atMillis, Direction direction) {}

  /** Sees the newest transition first. */
  private static final class Backwards {
    private final Set<Long> movedNothing = new HashSet<>();
    private long mayHaveMoved;
    private final Map<Direction, Streak> streaks = new EnumMap<>(Direction.class);

    Backwards() {
      for (Direction direction : Direction.values()) {
        streaks.put(direction, new Streak());
      }
    }

    /** Takes a step further back; true when all is known. */
    boolean isOver(Step step) {
      streaks.forEach((direction, streak) -> streak.take(step, direction));
      switch (step.state) {
        case REJECTED, NOT_SENT, NOT_APPLIED -> movedNothing.add(step.intent);
        case SENDING -> sent(step.intent);
        case INTENT, ABANDONED, APPLIED, HELD, SETTLED, CONFIRMED, UNKNOWN -> {
          // says nothing of it
        }
      }
      return mayHaveMoved != 0 && streaks.values().stream().allMatch(Streak::isKnown);
    }

    private void sent(long intent) {
      if (mayHaveMoved == 0 && !movedNothing.contains(intent)) {
        mayHaveMoved = intent;
      }
    }

    LastTransfers found() {
      Map<Direction, Refusals> refusals = new EnumMap<>(Direction.class);
      streaks.forEach((direction, streak) -> refusals.put(direction, streak.found()));
      return new LastTransfers(mayHaveMoved, Map.copyOf(refusals));
    }
  }

  /** One direction's refusals; ends as well where the next older is forgotten. */
  private static final class Streak {
    private int inARow;
    private long lastMillis;
    private long laterMillis;
    private boolean known;

    boolean isKnown() {
      return known;
    }

    void take(Step step, Direction direction) {
      known |= Refusals.isForgotten(step.atMillis, laterMillis);
      if (known) {
        return;
      }
      laterMillis = Math.max(laterMillis, step.atMillis);
      if (step.direction == direction) {
        switch (step.state) {
          case REJECTED -> refused(step.atMillis);
          case CONFIRMED, UNKNOWN -> known = true;
          case INTENT, SENDING, NOT_SENT, ABANDONED, APPLIED, NOT_APPLIED, HELD, SETTLED -> {
            // says nothing of it
          }
        }
      }
    }

    private void refused(long atMillis) {
      lastMillis = inARow == 0 ? atMillis : lastMillis;
      laterMillis = atMillis;
      inARow++;
      known = inARow == Refusals.MOST;
    }

    Refusals found() {
      return new Refusals(inARow, lastMillis);
    }
  }
}
