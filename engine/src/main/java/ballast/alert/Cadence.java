package ballast.alert;

import java.time.Duration;

/**
 * How often a condition is told.
 *
 * @param repeatAfter how long after the first notice the second comes; each wait is twice the one
 *     before, to a day
 * @param recoveredAfter how long a condition must have been gone before it is told to be over; one
 *     that comes back sooner is still the same
 */
public record Cadence(Duration repeatAfter, Duration recoveredAfter) {
  private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();
  private static final int MOST_DOUBLINGS = 30;

  public Cadence {
    if (repeatAfter.isNegative() || repeatAfter.isZero() || recoveredAfter.isNegative()) {
      throw new IllegalArgumentException(
          "waits must be positive, got " + repeatAfter + " and " + recoveredAfter);
    }
  }

  /**
   * How long to wait before the next notice.
   *
   * @param notices how many there were
   */
  long waitMillis(int notices) {
    int doublings = Math.min(notices - 1, MOST_DOUBLINGS);
    long first = Math.min(repeatAfter.toMillis(), LONGEST_MILLIS);
    return Math.min(first << doublings, LONGEST_MILLIS);
  }
}
