package ballast.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an account's last transfers came to, read backwards from the head of its chain and no
 * further than it takes: a longer past costs nothing.
 *
 * @param mayHaveMoved the intent that was sent last among those that may have moved money; 0 when
 *     there is none
 * @param refusals the transfers refused since the last that was not
 */
record LastTransfers(long mayHaveMoved, Refusals refusals) {
  private static final int PAGE = 50;

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
            "SELECT link, intent_id, state, at_ms FROM transition WHERE link BETWEEN ? AND ?"
                + (" ORDER BY link DESC FETCH FIRST " + PAGE + " ROWS ONLY"))
        .number(from)
        .number(to)
        .list(
            row ->
                new Step(
                    row.number("link"),
                    row.number("intent_id"),
                    row.one(IntentState.class, "state"),
                    row.number("at_ms")));
  }

  private record Step(long link, long intent, IntentState state, long atMillis) {}

  /** Sees the newest transition first. */
  private static final class Backwards {
    private final Set<Long> movedNothing = new HashSet<>();
    private long mayHaveMoved;
    private int refused;
    private long lastRefusedMillis;
    private boolean refusalsKnown;

    /** Takes a step further back; true when all is known. */
    boolean isOver(Step step) {
      switch (step.state) {
        case REJECTED -> {
          movedNothing.add(step.intent);
          refused(step.atMillis);
        }
        case NOT_SENT, NOT_APPLIED -> movedNothing.add(step.intent);
        case CONFIRMED, UNKNOWN -> refusalsKnown = true;
        case SENDING -> sent(step.intent);
        case INTENT, ABANDONED, APPLIED, HELD, SETTLED -> {
          // says nothing of either
        }
      }
      return mayHaveMoved != 0 && refusalsKnown;
    }

    private void refused(long atMillis) {
      if (refusalsKnown) {
        return;
      }
      lastRefusedMillis = refused == 0 ? atMillis : lastRefusedMillis;
      refused++;
      refusalsKnown = refused == Refusals.MOST;
    }

    private void sent(long intent) {
      if (mayHaveMoved == 0 && !movedNothing.contains(intent)) {
        mayHaveMoved = intent;
      }
    }

    LastTransfers found() {
      return new LastTransfers(mayHaveMoved, new Refusals(refused, lastRefusedMillis));
    }
  }
}
