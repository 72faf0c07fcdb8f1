package ballast.tick;

import java.time.Duration;

/**
 * For how long balances must stand still before they prove that nothing is on its way: recvWindow,
 * clock bound, late execution and read lag together.
 */
public final class QuietWindow {
  /** The longest recv-window of live mode 5 s, clock bound 1 s, late execution 60 s. */
  private static final Duration EXECUTION = Duration.ofSeconds(5 + 1 + 60);

  /** The read lag reckoned with until longer ones are measured. */
  private static final Duration LEAST_LAG = Duration.ofMinutes(10);

  /**
   * The most read lag reckoned with: what took longer to be seen took so because this process was
   * not looking, and an account must not be blocked for days after a night's rest.
   */
  private static final Duration MOST_LAG = Duration.ofHours(1);

  private QuietWindow() {}

  /**
   * The window of an account.
   *
   * @param longestLag the longest that a confirmed transfer took to be visible; three times as much
   *     is reckoned with
   */
  public static Duration given(Duration longestLag) {
    Duration thrice = longestLag.multipliedBy(3);
    Duration lag = thrice.compareTo(LEAST_LAG) < 0 ? LEAST_LAG : thrice;
    return EXECUTION.plus(lag.compareTo(MOST_LAG) > 0 ? MOST_LAG : lag);
  }
}
