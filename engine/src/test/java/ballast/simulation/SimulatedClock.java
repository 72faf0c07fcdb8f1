package ballast.simulation;

import java.time.Instant;
import java.time.InstantSource;

/** True time, and what the engine's two clocks make of it. */
final class SimulatedClock implements InstantSource {
  /** How far the engine's wall clock may be off either way. */
  static final long OFFSET_BOUND_MILLIS = 1_000;

  static final long START = 1_750_000_000_000L;

  private long trueMillis = START;
  private long offsetMillis;

  void pass(long millis) {
    trueMillis += millis;
  }

  void jump(long offset) {
    offsetMillis = offset;
  }

  long trueMillis() {
    return trueMillis;
  }

  /** A clock that is never off, as a database's may be taken to be. */
  InstantSource trueTime() {
    return new InstantSource() {
      @Override
      public Instant instant() {
        return Instant.ofEpochMilli(trueMillis);
      }

      @Override
      public long millis() {
        return trueMillis;
      }
    };
  }

  long nanos() {
    return (trueMillis - START) * 1_000_000;
  }

  @Override
  public long millis() {
    return trueMillis + offsetMillis;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }
}
