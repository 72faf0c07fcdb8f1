package ballast.binance;

import ballast.venue.Reading;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A reading that is used again until it is too old. A failed refresh is a failure, not the past.
 */
final class Aged<T> {
  private record Known<T>(T value, long atMillis) {}

  private final InstantSource clock;
  private final long maxAgeMillis;
  private final Supplier<Reading<T>> ask;
  private Optional<Known<T>> known = Optional.empty();

  Aged(InstantSource clock, long maxAgeMillis, Supplier<Reading<T>> ask) {
    this.clock = clock;
    this.maxAgeMillis = maxAgeMillis;
    this.ask = ask;
  }

  Reading<T> get() {
    long now = clock.millis();
    return known
        .filter(last -> now >= last.atMillis() && now - last.atMillis() < maxAgeMillis)
        .map(last -> Reading.of(last.value()))
        .orElseGet(() -> refreshed(now));
  }

  private Reading<T> refreshed(long now) {
    Reading<T> reading = ask.get();
    known =
        reading instanceof Reading.Got<T> got
            ? Optional.of(new Known<>(got.value(), now))
            : Optional.empty();
    return reading;
  }
}
