package ballast.binance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that is turned by hand, wall and monotonic time alike. */
final class HandClock implements InstantSource {
  static final long START = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

  private final AtomicLong millis = new AtomicLong(START);
  private final AtomicLong nanos = new AtomicLong();

  void advance(Duration time) {
    millis.addAndGet(time.toMillis());
    nanos.addAndGet(time.toNanos());
  }

  void setBack(Duration time) {
    millis.addAndGet(-time.toMillis());
  }

  long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.get());
  }

  @Override
  public long millis() {
    return millis.get();
  }
}
