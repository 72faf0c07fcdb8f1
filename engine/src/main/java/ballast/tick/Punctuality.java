package ballast.tick;

import java.time.Duration;
import java.time.Instant;

/** Whether an account's decisions have stayed away for too long, by its own schedule. Immutable. */
public record Punctuality(Schedule schedule, Blackout blackout) {
  private static final int MOST_MISSED = 3;

  /** So that the ticks of a long blackout need not each be looked at. */
  private static final Duration LEAP = Duration.ofMinutes(1);

  /**
   * True when three ticks that were due since the last decision, and not blacked out, are past by
   * more than a grace.
   *
   * @param last when the account was last decided for, on the exchange's clock
   * @param now the time on that clock
   */
  public boolean isOverdue(Instant last, Instant now, Duration grace) {
    Instant latest = now.minus(grace);
    Instant due = schedule.next(last);
    for (int missed = 0; due.isBefore(latest); due = schedule.next(due)) {
      if (blackout.covers(due)) {
        due = due.plus(LEAP);
      } else if (++missed == MOST_MISSED) {
        return true;
      }
    }
    return false;
  }
}
