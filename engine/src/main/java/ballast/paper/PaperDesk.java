package ballast.paper;

import ballast.paper.Endpoint.Call;
import ballast.paper.Gate.Admission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes one request to its answer, without a socket: faults, gate, model, in one order under one
 * lock. Safe for several threads.
 */
final class PaperDesk {
  private final List<PaperLogin> logins;
  private final PaperClock clock;
  private final FaultSwitch faults;
  private final Endpoints endpoints;
  private final Gate gate;
  private final Optional<ControlPlane> control;

  PaperDesk(List<PaperLogin> logins, PaperClock clock, Faults faults, boolean withControl) {
    this.logins = List.copyOf(logins);
    this.clock = clock;
    this.faults = new FaultSwitch(faults);
    this.endpoints = new Endpoints(this.faults);
    this.gate = new Gate(logins);
    this.control =
        withControl
            ? Optional.of(new ControlPlane(this.logins, clock, this.faults))
            : Optional.empty();
  }

  /** The answer, and the fault that is to be played in its place, if one struck. */
  synchronized Served serve(Supplier<WireRequest> incoming, String body) {
    try {
      WireRequest request = incoming.get();
      if (request.path().startsWith("/paper/")) {
        return new Served(
            control
                .flatMap(plane -> plane.answer(request, body))
                .orElseGet(() -> notFound(request.path(), clock.millis())),
            Optional.empty());
      }
      return exchangeServes(request);
    } catch (ApiError error) {
      return new Served(error.answer(), Optional.empty());
    }
  }

  private Served exchangeServes(WireRequest request) {
    Optional<Endpoint> endpoint = endpoints.find(request.method(), request.path());
    if (endpoint.isEmpty()) {
      return new Served(notFound(request.path(), clock.millis()), Optional.empty());
    }
    Optional<Fault> fault = faults.faults().strike(request.method(), request.path());
    if (fault.isPresent() && !fault.get().kind().hasEffect()) {
      return new Served(WireAnswer.json(Map.of()), fault);
    }
    try {
      return new Served(answer(endpoint.get(), request), fault);
    } catch (ApiError error) {
      return new Served(error.answer(), fault);
    }
  }

  private WireAnswer answer(Endpoint endpoint, WireRequest request) {
    long now = clock.millis();
    Admission admission = gate.admit(endpoint, request, now);
    PaperExchange exchange = admission.login().exchange();
    exchange.advanceTo(now);
    Object body = endpoint.answer().apply(new Call(request, exchange, admission.login(), now));
    return WireAnswer.json(body)
        .with(endpoint.budget().header(), Integer.toString(admission.used()));
  }

  private static WireAnswer notFound(String path, long now) {
    return new WireAnswer(
        404,
        Json.text(new NotFound(now, 404, "Not Found", "No message available", path)),
        Map.of());
  }

  /** What to send, unless the fault says otherwise. */
  record Served(WireAnswer answer, Optional<Fault> fault) {}

  private record NotFound(long timestamp, int status, String error, String message, String path) {}
}
