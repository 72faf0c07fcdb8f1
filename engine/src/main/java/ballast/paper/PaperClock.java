package ballast.paper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The exchange's clock. It starts at the wall clock and then runs at its own speed: paused, as fast
 * as time, or faster; {@link #advance} makes it jump. Paused and advanced by hand it is
 * deterministic. Never runs backwards. Safe for several threads.
 */
public final class PaperClock implements InstantSource {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MAX_SPEED = 1_000_000;

  private final LongSupplier nanoTime;
  private final long startMillis;
  private long baseMillis;
  private long baseNanos;
  private long speed;

  /**
   * @param wall read once, for the time at which the clock starts
   * @param nanoTime a monotonic clock in nanoseconds
   * @param speed exchange seconds per second; zero for a clock that stands
   */
  public PaperClock(InstantSource wall, LongSupplier nanoTime, long speed) {
    this.nanoTime = nanoTime;
    this.startMillis = wall.millis();
    this.baseMillis = startMillis;
    this.baseNanos = nanoTime.getAsLong();
    this.speed = checked(speed);
  }

  /** A clock that starts at this time and moves by {@link #advance} alone. */
  public static PaperClock cranked(long startMillis) {
    return new PaperClock(() -> Instant.ofEpochMilli(startMillis), () -> 0, 0);
  }

  /** When the clock started: where the path of a scenario is to begin. */
  public long startMillis() {
    return startMillis;
  }

  @Override
  public synchronized long millis() {
    long elapsed = nanoTime.getAsLong() - baseNanos;
    return baseMillis
        + elapsed / NANOS_PER_MILLI * speed
        + elapsed % NANOS_PER_MILLI * speed / NANOS_PER_MILLI;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  /** Exchange seconds per second; zero while the clock stands. */
  public synchronized long speed() {
    return speed;
  }

  /** Runs at this speed from now on; zero stops the clock. */
  public synchronized void run(long newSpeed) {
    rebase(millis());
    speed = checked(newSpeed);
  }

  /** Jumps forward. */
  public synchronized void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the clock cannot go back, got " + by);
    }
    rebase(Math.addExact(millis(), by.toMillis()));
  }

  private void rebase(long millis) {
    baseNanos = nanoTime.getAsLong();
    baseMillis = millis;
  }

  private static long checked(long speed) {
    if (speed < 0 || speed > MAX_SPEED) {
      throw new IllegalArgumentException("speed must be 0 to " + MAX_SPEED + ", got " + speed);
    }
    return speed;
  }
}
