package ballast.paper;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The paths under {@code /paper}: what really moved, how the account stands, and the levers of the
 * rehearsal. No part of the exchange; its callers are the operator and the tests.
 */
final class ControlPlane {
  private final List<PaperLogin> logins;
  private final PaperClock clock;
  private final FaultSwitch faults;
  private long speedBeforePause;

  ControlPlane(List<PaperLogin> logins, PaperClock clock, FaultSwitch faults) {
    this.logins = logins;
    this.clock = clock;
    this.faults = faults;
    this.speedBeforePause = Math.max(1, clock.speed());
  }

  /** The answer, or empty for a path that is not known. */
  Optional<WireAnswer> answer(WireRequest request, String body) {
    try {
      return switch (request.method() + " " + request.path()) {
        case "GET /paper/ledger" -> Optional.of(WireAnswer.json(ledger(login(request))));
        case "GET /paper/state" -> Optional.of(WireAnswer.json(state(login(request))));
        case "POST /paper/faults" -> Optional.of(WireAnswer.json(setFaults(body)));
        case "POST /paper/clock" -> Optional.of(WireAnswer.json(turnClock(body)));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException
        | ArithmeticException
        | DateTimeParseException
        | JacksonException e) {
      throw new ApiError(400, -1, String.valueOf(e.getMessage()));
    }
  }

  private PaperLogin login(WireRequest request) {
    String key = request.parameter("apiKey").orElse(logins.get(0).apiKey());
    return logins.stream()
        .filter(login -> login.apiKey().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no account of key " + key));
  }

  private static Ledger ledger(PaperLogin login) {
    return new Ledger(
        login.exchange().ledger().stream()
            .map(
                movement ->
                    new Transfer(
                        movement.timeMillis(),
                        movement.direction().name(),
                        movement.amount().toString()))
            .toList());
  }

  private State state(PaperLogin login) {
    PaperExchange exchange = login.exchange();
    exchange.advanceTo(clock.millis());
    PaperState state = exchange.state();
    return new State(
        state.timeMillis(),
        exchange.pathMillis(state.timeMillis()),
        clock.speed(),
        exchange.scenario().name(),
        state.timeMillis() >= exchange.endMillis(),
        state.price().toString(),
        state.uniMmr().toString(),
        exchange.lowestUniMmr().toString(),
        state.status().name(),
        exchange.liquidatedAt().isPresent(),
        exchange.liquidatedAt().orElse(0),
        state.equity().toString(),
        state.maintenanceMargin().toString(),
        state.ldusdtInFutures().toString(),
        state.ldusdtInEarn().toString(),
        state.usdt().toString(),
        exchange.ldusdtInterest().toString(),
        exchange.usdtInterest().toString(),
        exchange.fundingPaid().toString());
  }

  private FaultsSet setFaults(String body) {
    Faults parsed = Faults.parse(body);
    faults.set(parsed);
    return new FaultsSet(parsed.seed(), parsed.size());
  }

  private ClockSet turnClock(String body) {
    JsonNode wanted = Json.tree(body);
    if (!wanted.isObject()) {
      throw new IllegalArgumentException("send an object, such as {\"speed\":60}");
    }
    for (String key : wanted.propertyNames()) {
      if (!List.of("speed", "advance", "paused").contains(key)) {
        throw new IllegalArgumentException(
            "unknown key \"" + key + "\"; known are speed, advance, paused");
      }
    }
    if (wanted.has("speed")) {
      clock.run(wanted.get("speed").asLong());
    }
    if (wanted.has("paused")) {
      pause(wanted.get("paused").asBoolean());
    }
    if (wanted.has("advance")) {
      clock.advance(Duration.parse(wanted.get("advance").asString()));
    }
    return new ClockSet(clock.millis(), clock.speed());
  }

  private void pause(boolean paused) {
    if (paused) {
      speedBeforePause = clock.speed() > 0 ? clock.speed() : speedBeforePause;
      clock.run(0);
    } else if (clock.speed() == 0) {
      clock.run(speedBeforePause);
    }
  }

  private record Ledger(List<Transfer> transfers) {}

  private record Transfer(long time, String transferType, String amount) {}

  private record State(
      long time,
      long pathTime,
      long speed,
      String scenario,
      boolean finished,
      String price,
      String uniMmr,
      String lowestUniMmr,
      String status,
      boolean liquidated,
      long liquidatedAt,
      String equity,
      String maintenanceMargin,
      String ldusdtInFutures,
      String ldusdtInEarn,
      String usdt,
      String ldusdtInterest,
      String usdtInterest,
      String fundingPaid) {}

  private record FaultsSet(long seed, int faults) {}

  private record ClockSet(long time, long speed) {}
}
