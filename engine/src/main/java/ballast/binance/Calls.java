package ballast.binance;

import ballast.venue.Reading;
import ballast.venue.VenueFailure;
import ballast.venue.VenueFailure.Kind;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Stamps, signs and sends calls, and turns the answers of readings into values or failures. */
final class Calls {
  /** Reads a documented answer; what it refuses is malformed. */
  interface Shape<T> {
    T read(Json root) throws MalformedAnswer;
  }

  private final BinanceAccess access;
  private final Wire wire;
  private final ClockOffset offset;

  Calls(BinanceAccess access, Wire wire, ClockOffset offset) {
    this.access = access;
    this.wire = wire;
    this.offset = offset;
  }

  /** Asks once; a refused timestamp alone is measured anew and asked once more. */
  <T> Reading<T> get(Endpoint endpoint, String parameters, Shape<T> shape) {
    Reading<Sent> first = send(endpoint, parameters);
    Reading<Sent> last =
        first instanceof Reading.Got<Sent> got && isOffTime(got.value())
            ? send(endpoint, parameters)
            : first;
    Reading<T> reading = last.match(sent -> understood(endpoint, sent, shape), Reading.Failed::new);
    return reading.match(Reading::of, this::withTheEndOfABan);
  }

  /** A ban is told by its end from the first answer on, so that a restart finds it. */
  private <T> Reading<T> withTheEndOfABan(VenueFailure failure) {
    OptionalLong until = wire.bannedUntil();
    String words = until.isPresent() ? BanNotice.words(until.getAsLong()) : "";
    return Reading.failed(
        failure.kind(),
        failure.detail().contains(words) ? failure.detail() : failure.detail() + "; " + words);
  }

  /** Sends once, signed where the endpoint asks for it; fails only before anything is sent. */
  Reading<Sent> send(Endpoint endpoint, String parameters) {
    return send(endpoint, parameters, () -> 0);
  }

  /**
   * The same for a request that was released earlier and must not be accepted any later for it.
   *
   * @param ageMillis for how long it has been held up, asked when it is stamped
   */
  Reading<Sent> send(Endpoint endpoint, String parameters, LongSupplier ageMillis) {
    if (endpoint.security != Endpoint.Security.SIGNED) {
      return Reading.of(wire.send(endpoint, parameters));
    }
    return offset
        .timestamp()
        .match(
            timestamp -> {
              Sent sent =
                  wire.send(endpoint, signed(parameters, timestamp - ageMillis.getAsLong()));
              if (isOffTime(sent)) {
                offset.distrust();
              }
              return Reading.of(sent);
            },
            Reading.Failed::new);
  }

  private String signed(String parameters, long timestamp) {
    String payload =
        (parameters.isEmpty() ? "" : parameters + "&")
            + "recvWindow="
            + access.recvWindow().toMillis()
            + "&timestamp="
            + timestamp;
    return payload + "&signature=" + access.signer().sign(payload, "");
  }

  private static boolean isOffTime(Sent sent) {
    return sent instanceof Sent.Answer answer
        && answer.status() != 200
        && ExchangeError.parse(answer.body())
            .filter(error -> ErrorClass.of(error.code()) == ErrorClass.CLOCK)
            .isPresent();
  }

  /** What a reading has brought. */
  static <T> Reading<T> understood(Endpoint endpoint, Sent sent, Shape<T> shape) {
    if (sent instanceof Sent.Withheld withheld) {
      return failed(endpoint, Kind.THROTTLED, withheld.cause());
    }
    if (sent instanceof Sent.Lost lost) {
      boolean broken = lost.loss() == Sent.Loss.BROKEN_ANSWER;
      return failed(endpoint, broken ? Kind.MALFORMED : Kind.UNREACHABLE, lost.cause());
    }
    Sent.Answer answer = (Sent.Answer) sent;
    if (answer.status() != 200) {
      Optional<ExchangeError> error = ExchangeError.parse(answer.body());
      String said = error.map(e -> " " + e.code() + " " + e.message()).orElse("");
      return failed(endpoint, kind(answer.status(), error), "HTTP " + answer.status() + said);
    }
    try {
      return Reading.of(shape.read(Json.parse(answer.body())));
    } catch (MalformedAnswer | IllegalArgumentException | ArithmeticException e) {
      return failed(endpoint, Kind.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  private static Kind kind(int status, Optional<ExchangeError> error) {
    if (status == 418 || status == 429) {
      return Kind.THROTTLED;
    }
    if (status >= 500 || status == 408) {
      return Kind.UNREACHABLE;
    }
    if (status >= 400 && error.isPresent()) {
      return ErrorClass.of(error.get().code()).kind;
    }
    return switch (status) {
      case 401, 451 -> Kind.FORBIDDEN;
      case 403 -> Kind.THROTTLED; // the firewall: it lets go after some minutes
      default -> Kind.MALFORMED;
    };
  }

  private static <T> Reading<T> failed(Endpoint endpoint, Kind kind, String detail) {
    return new Reading.Failed<>(new VenueFailure(kind, endpoint + ": " + detail));
  }
}
