package ballast.tick;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The times that a tick lives by.
 *
 * @param wall what time it is, as it is recorded; somebody may set it
 * @param nanoTime monotonic, nanoseconds of the machine: how long the engine itself takes
 * @param steadyMillis milliseconds of the exchange that have surely passed since some moment: no
 *     clock that is set moves it, so that a quiet window cannot end early. It stands while the
 *     machine sleeps, which only makes windows longer.
 */
public record Clocks(InstantSource wall, LongSupplier nanoTime, LongSupplier steadyMillis) {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Of a machine, beside an exchange that runs as fast. */
  public static Clocks ofMachine(InstantSource wall, LongSupplier nanoTime) {
    return new Clocks(wall, nanoTime, () -> nanoTime.getAsLong() / NANOS_PER_MILLI);
  }

  /** Of a paper exchange, whose clock has its own speed and which nobody sets. */
  public static Clocks ofPaper(InstantSource exchange, LongSupplier nanoTime) {
    return new Clocks(exchange, nanoTime, exchange::millis);
  }

  long millis() {
    return wall.millis();
  }
}
