package ballast.paper;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.venue.Funding;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.TransferOutcome.Rejected;
import ballast.venue.TransferOutcome.Unknown;
import ballast.venue.Venue;
import ballast.venue.VenueFailure.Kind;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A paper account in process, straight on the model: the same answers as over HTTP, a thousand
 * times faster. Faults strike it as they strike the wire: a request that got no usable answer is
 * {@link Unknown}, whether or not it had its effect. Used by one thread at a time.
 */
public final class PaperVenue implements Venue {
  private final PaperExchange exchange;
  private final InstantSource clock;
  private final Faults faults;

  /** A venue without faults. */
  public PaperVenue(PaperExchange exchange, InstantSource clock) {
    this(exchange, clock, Faults.none());
  }

  /**
   * @param exchange the account
   * @param clock the exchange's time, usually a {@link PaperClock}
   * @param faults what goes wrong
   */
  public PaperVenue(PaperExchange exchange, InstantSource clock, Faults faults) {
    this.exchange = exchange;
    this.clock = clock;
    this.faults = faults;
  }

  @Override
  public Reading<AccountSnapshot> account() {
    return read("GET", PaperPaths.ACCOUNT, () -> snapshot(state()));
  }

  @Override
  public Reading<Transferable> transferable(Direction direction) {
    return read(
        "GET",
        PaperPaths.EARN_ASSET_BALANCE,
        () -> {
          exchange.advanceTo(clock.millis());
          Usdt amount = exchange.transferable(direction, faults.readLagMillis());
          return new Transferable(direction, amount, exchange.scenario().account().collateral());
        });
  }

  @Override
  public Reading<Funding> funding() {
    return read(
        "GET",
        PaperPaths.POSITION_RISK,
        () -> {
          exchange.advanceTo(clock.millis());
          return exchange.funding();
        });
  }

  @Override
  public Reading<Holdings> holdings() {
    return read(
        "GET",
        PaperPaths.FLEXIBLE_POSITION,
        () -> {
          PaperState state = state();
          return new Holdings(state.timeMillis(), state.ldusdtInEarn(), state.ldusdtInFutures());
        });
  }

  @Override
  public TransferOutcome transfer(TransferOrder order) {
    Optional<Fault> fault = faults.strike("POST", PaperPaths.EARN_ASSET_TRANSFER);
    exchange.advanceTo(clock.millis());
    if (fault.isEmpty()) {
      return exchange.transfer(order.direction(), order.amount());
    }
    Fault struck = fault.get();
    if (struck.kind().hasEffect()) {
      exchange.transfer(order.direction(), order.amount());
      return new Unknown(struck.kind().label());
    }
    return struck.kind().isThrottle()
        ? new Rejected(Fault.TOO_MANY_REQUESTS, struck.kind().label())
        : new Unknown(struck.kind().label());
  }

  private <T> Reading<T> read(String method, String path, Supplier<T> answer) {
    Optional<Fault> fault = faults.strike(method, path);
    if (fault.isEmpty()) {
      return Reading.of(answer.get());
    }
    Fault.Kind kind = fault.get().kind();
    return Reading.failed(failure(kind), method + " " + path + ": " + kind.label());
  }

  private static Kind failure(Fault.Kind kind) {
    if (kind.isThrottle()) {
      return Kind.THROTTLED;
    }
    return kind == Fault.Kind.GARBAGE ? Kind.MALFORMED : Kind.UNREACHABLE;
  }

  private PaperState state() {
    exchange.advanceTo(clock.millis());
    return exchange.state(faults.readLagMillis());
  }

  private static AccountSnapshot snapshot(PaperState state) {
    return new AccountSnapshot(
        state.timeMillis(),
        state.equity(),
        state.actualEquity(),
        state.maintenanceMargin(),
        state.uniMmr(),
        state.status(),
        state.ldusdtInFutures());
  }
}
