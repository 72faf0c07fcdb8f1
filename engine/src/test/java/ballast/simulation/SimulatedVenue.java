package ballast.simulation;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.venue.Funding;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.Venue;
import ballast.venue.VenueFailure;
import java.math.RoundingMode;
import java.util.List;

/** The exchange as one process sees it: late, slowly, or not at all. */
final class SimulatedVenue implements Venue {
  private static final Usdt MARGIN = Usdt.of(100_000);
  private static final long TIMEOUT_MILLIS = 10_000;
  private static final long RECV_WINDOW_MILLIS = 5_000;
  private static final long MINUTE_MILLIS = 60_000;
  private static final Collateral COLLATERAL =
      new Collateral(
          Ratio.ONE,
          List.of(new Collateral.Tier(Usdt.ZERO, Usdt.of(5_000_000), Ratio.parse("0.98"))));

  private final int process;
  private final SimulatedExchange exchange;
  private final SimulatedClock clock;
  private final Chance chance;
  private final Auditor auditor;
  private int futuresSaw;

  SimulatedVenue(
      int process,
      SimulatedExchange exchange,
      SimulatedClock clock,
      Chance chance,
      Auditor auditor) {
    this.process = process;
    this.exchange = exchange;
    this.clock = clock;
    this.chance = chance;
    this.auditor = auditor;
  }

  @Override
  public Reading<AccountSnapshot> account() {
    freeze();
    chance.pass(CrashPoint.BEFORE_READING);
    if (unreadable(Fault.ACCOUNT_UNREADABLE, 0.2)) {
      return Reading.failed(VenueFailure.Kind.UNREACHABLE, "account: HTTP 503");
    }
    Balances seen = exchange.seen(lag());
    Usdt inFutures = new Usdt(seen.futuresE8());
    Usdt other = new Usdt(exchange.otherEquityE8());
    Usdt equity = other.plus(COLLATERAL.value(inFutures));
    AccountSnapshot snapshot =
        new AccountSnapshot(
            clock.millis(),
            equity,
            other.plus(inFutures),
            MARGIN,
            Ratio.of(equity, MARGIN, RoundingMode.FLOOR),
            AccountStatus.NORMAL,
            inFutures);
    answerTakes();
    return Reading.of(snapshot);
  }

  @Override
  public Reading<Transferable> transferable(Direction direction) {
    if (unreadable(Fault.TRANSFERABLE_UNREADABLE, 0.2)) {
      return Reading.failed(VenueFailure.Kind.THROTTLED, "earn-asset-balance: HTTP 429");
    }
    Balances seen = exchange.seen(lag());
    answerTakes();
    long amount = direction == Direction.EARN_TO_FUTURE ? seen.earnE8() : seen.futuresE8();
    return Reading.of(new Transferable(direction, new Usdt(amount), COLLATERAL));
  }

  /** No strategy of the campaigns uses it. */
  @Override
  public Reading<Funding> funding() {
    return Reading.of(Funding.NONE);
  }

  /** Two questions, each answered or not, and each as old as it pleases. */
  @Override
  public Reading<Holdings> holdings() {
    if (unreadable(Fault.HOLDINGS_UNREADABLE, 0.4)) {
      return Reading.failed(VenueFailure.Kind.UNREACHABLE, "flexible/position: time-out");
    }
    long askedAt = clock.millis();
    Balances futures = exchange.seen(lag());
    answerTakes();
    Balances earn = exchange.seen(lag());
    answerTakes();
    futuresSaw = futures.entries();
    return Reading.of(
        new Holdings(askedAt, new Usdt(earn.earnE8()), new Usdt(futures.futuresE8())));
  }

  @Override
  public TransferOutcome transfer(TransferOrder order) {
    exchange.disturb(0.01);
    freeze();
    chance.pass(CrashPoint.BEFORE_POST);
    if (clock.millis() - order.atMillis() > RECV_WINDOW_MILLIS) {
      return new TransferOutcome.Rejected(-1021, "outside of the recvWindow");
    }
    auditor.posting(process, order, futuresSaw);
    TransferOutcome outcome = post(order);
    chance.pass(CrashPoint.AFTER_POST);
    return outcome;
  }

  private TransferOutcome post(TransferOrder order) {
    if (chance.strikes(Fault.NOT_SENT, 0.1)) {
      return new TransferOutcome.NotSent("connection refused");
    }
    if (chance.strikes(Fault.REFUSED, 0.1)) {
      exchange.pass(300);
      return new TransferOutcome.Rejected(-1003, "too many requests");
    }
    if (chance.strikes(Fault.TIMEOUT_BEFORE_EFFECT, 0.15)) {
      return lost("time-out");
    }
    if (chance.strikes(Fault.LATE_EXECUTION, 0.2)) {
      long at = clock.trueMillis() + chance.upTo(SimulatedExchange.LATE_BOUND_MILLIS);
      exchange.executeLater(entry(order, at, false));
      chance.pass(CrashPoint.DURING_POST);
      return lost("time-out");
    }
    if (chance.strikes(Fault.SERVER_ERROR, 0.2)) {
      if (chance.even()) {
        execute(order);
      }
      return lost("HTTP 503");
    }
    exchange.pass(chance.between(10, 400));
    boolean executed = execute(order);
    if (executed && chance.strikes(Fault.DUPLICATE_EXECUTION, 0.05)) {
      exchange.execute(entry(order, clock.trueMillis(), true));
    }
    chance.pass(CrashPoint.DURING_POST);
    if (chance.strikes(Fault.TIMEOUT_AFTER_EFFECT, 0.2)) {
      return lost("time-out");
    }
    exchange.pass(chance.between(10, 400));
    return executed
        ? new TransferOutcome.Done()
        : new TransferOutcome.Rejected(51_061, "insufficient balance");
  }

  private boolean execute(TransferOrder order) {
    return exchange.execute(entry(order, clock.trueMillis(), false));
  }

  private Entry entry(TransferOrder order, long atMillis, boolean duplicate) {
    return new Entry(
        atMillis, process, order.intent(), order.direction(), order.amount().e8(), duplicate);
  }

  private TransferOutcome lost(String cause) {
    chance.pass(CrashPoint.DURING_POST);
    exchange.pass(TIMEOUT_MILLIS);
    return new TransferOutcome.Unknown(cause);
  }

  private boolean unreadable(Fault fault, double share) {
    exchange.disturb(0.0005);
    boolean fails = chance.strikes(fault, share);
    if (fails) {
      exchange.pass(chance.even() ? TIMEOUT_MILLIS : 200);
    }
    return fails;
  }

  private long lag() {
    return chance.strikes(Fault.READ_LAG, 0.5)
        ? chance.upTo(SimulatedExchange.LAG_BOUND_MILLIS)
        : 0;
  }

  private void answerTakes() {
    long millis = chance.strikes(Fault.SLOW_ANSWER, 0.02) ? chance.between(1_000, 9_000) : 40;
    exchange.pass(millis);
  }

  private void freeze() {
    if (chance.strikes(Fault.FROZEN, chance.stage() == Stage.SENDING ? 0.05 : 0.001)) {
      exchange.pass(chance.between(1, 90) * MINUTE_MILLIS);
    }
  }
}
