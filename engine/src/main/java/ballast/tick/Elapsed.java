package ballast.tick;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How much time has surely passed since something last happened, though the clock that says when it
 * happened may have been set back since. Safe for several threads.
 */
public final class Elapsed {
  private final LongSupplier steadyMillis;
  private Instant last = Instant.EPOCH;
  private long seenMillis;

  /**
   * @param steadyMillis milliseconds that no clock which is set moves
   */
  public Elapsed(LongSupplier steadyMillis) {
    this.steadyMillis = steadyMillis;
  }

  /**
   * The time now, but no earlier than what was seen to pass since this moment was first asked
   * about.
   *
   * @param moment when it last happened
   * @param now the time on the same clock
   */
  public synchronized Instant since(Instant moment, Instant now) {
    long steady = steadyMillis.getAsLong();
    if (!moment.equals(last)) {
      last = moment;
      seenMillis = steady;
    }
    Instant surely = moment.plusMillis(steady - seenMillis);
    return surely.isAfter(now) ? surely : now;
  }
}
