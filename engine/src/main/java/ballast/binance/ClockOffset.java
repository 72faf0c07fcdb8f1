package ballast.binance;

import ballast.venue.Reading;
import ballast.venue.VenueFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far the exchange's clock is from the engine's, by which requests are stamped. Measured before
 * the first signed call, again when half an hour old, and after the exchange has refused a
 * timestamp. The age runs on the monotonic clock.
 */
final class ClockOffset {
  /** Twice the half by which the offset may be wrong: beyond it nothing is signed. */
  static final Duration LONGEST_ROUND_TRIP = Duration.ofSeconds(2);

  static final Duration MAX_AGE = Duration.ofMinutes(30);

  private record Measured(long offsetMillis, long atNanos) {}

  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Supplier<Sent> ask;
  private Optional<Measured> last = Optional.empty();

  /**
   * @param ask sends {@link Endpoint#TIME}
   */
  ClockOffset(InstantSource clock, LongSupplier nanoTime, Supplier<Sent> ask) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.ask = ask;
  }

  /** The exchange's time now, to stamp a request with; measures first when that is due. */
  Reading<Long> timestamp() {
    return current().match(offset -> Reading.of(clock.millis() + offset), Reading.Failed::new);
  }

  /** Measures before the next request is stamped. */
  void distrust() {
    last = Optional.empty();
  }

  /** Asks once, in the manner of NTP: the exchange read its clock half a round trip ago. */
  Reading<ServerTime> measure() {
    Sent sent = ask.get();
    return Calls.understood(Endpoint.TIME, sent, Shapes::serverTime)
        .match(server -> learn(server, ((Sent.Answer) sent).trip()), Reading.Failed::new);
  }

  private Reading<ServerTime> learn(long server, Trip trip) {
    if (trip.nanos() > LONGEST_ROUND_TRIP.toNanos()) {
      distrust();
      return Reading.failed(
          VenueFailure.Kind.UNREACHABLE,
          "the exchange's time took %d ms to come, too long to sign by (at most %d ms)"
              .formatted(trip.nanos() / 1_000_000, LONGEST_ROUND_TRIP.toMillis()));
    }
    long offset = server - trip.midpointMillis();
    last = Optional.of(new Measured(offset, nanoTime.getAsLong()));
    return Reading.of(new ServerTime(server, offset, trip.nanos() / 1_000));
  }

  private Reading<Long> current() {
    return last.filter(measured -> nanoTime.getAsLong() - measured.atNanos() < MAX_AGE.toNanos())
        .map(measured -> Reading.of(measured.offsetMillis()))
        .orElseGet(
            () -> measure().match(time -> Reading.of(time.offsetMillis()), Reading.Failed::new));
  }
}
