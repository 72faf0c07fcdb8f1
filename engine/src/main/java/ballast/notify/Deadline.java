package ballast.notify;

import java.time.Instant;

/** When an account's ticks, or its decisions, are overdue. */
@FunctionalInterface
public interface Deadline {
  /**
   * @param last when the account last had one, or the engine was started
   * @param now the time on the same clock
   */
  boolean isPast(Instant last, Instant now);
}
