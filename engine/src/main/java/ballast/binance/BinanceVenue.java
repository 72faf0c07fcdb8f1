package ballast.binance;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.venue.ApiCall;
import ballast.venue.Funding;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.Venue;
import ballast.venue.VenueFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One Portfolio Margin account on Binance, or on a paper exchange of the same wire. Every request
 * goes out at most once; a reading that cannot be trusted is a failure, never a guess. Used by one
 * thread at a time.
 *
 * @see <a href="https://developers.binance.com/docs/derivatives/portfolio-margin-pro">Binance:
 *     Portfolio Margin Pro</a>
 */
public final class BinanceVenue implements Venue {
  private static final Duration INDEX_PRICE_MAX_AGE = Duration.ofMinutes(5);
  private static final int MOST_POSITIONS = 100;

  private final InstantSource clock;
  private final Calls calls;
  private final ClockOffset offset;
  private final Aged<List<Collateral.Tier>> tiers;
  private final Aged<Ratio> indexPrice;
  private final Optional<KeyWatch> watch;
  private boolean span;

  /**
   * @param clock the engine's, which in paper mode is the exchange's own
   * @param budget shared by all accounts that call from this IP
   * @param journal told of every call that went out; what it throws is passed on
   */
  public BinanceVenue(
      BinanceAccess access, InstantSource clock, WeightBudget budget, Consumer<ApiCall> journal) {
    this(access, clock, System::nanoTime, budget, journal, Optional.empty());
  }

  /**
   * As above, and the key is asked about again and again.
   *
   * @param watch asks before the account is read, and can stop the tick there
   */
  public BinanceVenue(
      BinanceAccess access,
      InstantSource clock,
      WeightBudget budget,
      Consumer<ApiCall> journal,
      KeyWatch watch) {
    this(access, clock, System::nanoTime, budget, journal.andThen(watch::saw), Optional.of(watch));
  }

  BinanceVenue(
      BinanceAccess access,
      InstantSource clock,
      LongSupplier nanoTime,
      WeightBudget budget,
      Consumer<ApiCall> journal,
      Optional<KeyWatch> watch) {
    this.clock = clock;
    this.watch = watch;
    this.span = access.span();
    Wire wire = new Wire(access, clock, nanoTime, budget, journal);
    this.offset = new ClockOffset(clock, nanoTime, () -> wire.send(Endpoint.TIME, ""));
    this.calls = new Calls(access, wire, offset);
    this.tiers =
        new Aged<>(
            clock,
            access.collateralMaxAge().toMillis(),
            () -> calls.get(Endpoint.COLLATERAL_RATE, "", Shapes::collateralTiers));
    this.indexPrice =
        new Aged<>(
            clock,
            INDEX_PRICE_MAX_AGE.toMillis(),
            () -> calls.get(Endpoint.ASSET_INDEX_PRICE, "asset=LDUSDT", Shapes::indexPrice));
  }

  @Override
  public Reading<AccountSnapshot> account() {
    Optional<VenueFailure> stopped = watch.flatMap(each -> each.review(this::apiRestrictions));
    return stopped.isPresent() ? new Reading.Failed<>(stopped.get()) : snapshot();
  }

  private Reading<AccountSnapshot> snapshot() {
    long readAt = clock.millis();
    return then(
        portfolioAccount(),
        account ->
            then(
                inFutures(),
                held ->
                    Reading.of(
                        new AccountSnapshot(
                            readAt,
                            account.equity(),
                            account.actualEquity(),
                            account.maintenanceMargin(),
                            account.uniMmr(),
                            account.status(),
                            held))));
  }

  /** Collateral first: it is cheap and may be known, and without it the 1500 would be wasted. */
  @Override
  public Reading<Transferable> transferable(Direction direction) {
    return then(
        collateral(),
        collateral ->
            then(
                calls.get(
                    Endpoint.EARN_ASSET_BALANCE,
                    "asset=LDUSDT&transferType=" + direction.name(),
                    Shapes::earnAssetBalance),
                amount -> Reading.of(new Transferable(direction, amount, collateral))));
  }

  /** Positions first: an account without any needs no rates. */
  @Override
  public Reading<Funding> funding() {
    return then(
        calls.get(Endpoint.POSITION_RISK, "", Positions::read),
        positions ->
            positions.isEmpty()
                ? Reading.of(Funding.NONE)
                : calls.get(Endpoint.PREMIUM_INDEX, "", positions::funding));
  }

  @Override
  public Reading<Holdings> holdings() {
    long readAt = clock.millis();
    return then(
        inFutures(),
        inFutures ->
            then(
                calls.get(
                    Endpoint.FLEXIBLE_POSITION,
                    "asset=USDT&size=" + MOST_POSITIONS,
                    Shapes::flexiblePosition),
                inEarn -> Reading.of(new Holdings(readAt, inEarn, inFutures))));
  }

  @Override
  public TransferOutcome transfer(TransferOrder order) {
    String parameters =
        "asset=LDUSDT&transferType=" + order.direction().name() + "&amount=" + order.amount();
    return calls
        .send(
            Endpoint.EARN_ASSET_TRANSFER,
            parameters,
            () -> Math.max(0, clock.millis() - order.atMillis()))
        .match(TransferAnswer::classify, BinanceVenue::notSent);
  }

  /** Asks for the exchange's time, which also renews the offset that requests are stamped by. */
  public Reading<ServerTime> serverTime() {
    return offset.measure();
  }

  /** Whether the exchange is in service. */
  public Reading<SystemStatus> systemStatus() {
    return calls.get(Endpoint.SYSTEM_STATUS, "", Shapes::systemStatus);
  }

  /** What the key may do. */
  public Reading<ApiRestrictions> apiRestrictions() {
    return calls.get(Endpoint.API_RESTRICTIONS, "", ApiRestrictions::read);
  }

  private Reading<PortfolioAccount> portfolioAccount() {
    Reading<PortfolioAccount> first = portfolioAccount(span);
    if (!(first instanceof Reading.Got<PortfolioAccount> got)) {
      return first;
    }
    return switch (got.value().kind()) {
      case PRO -> first;
      case SPAN -> span ? first : asSpanFromNowOn();
      case RETAIL ->
          Reading.failed(
              VenueFailure.Kind.FORBIDDEN,
              "this is a retail Portfolio Margin account (PM_2); Ballast serves PM Pro accounts");
    };
  }

  private Reading<PortfolioAccount> asSpanFromNowOn() {
    span = true;
    return portfolioAccount(true);
  }

  private Reading<PortfolioAccount> portfolioAccount(boolean asSpan) {
    return calls.get(asSpan ? Endpoint.ACCOUNT_SPAN : Endpoint.ACCOUNT, "", PortfolioAccount::read);
  }

  private Reading<Usdt> inFutures() {
    return calls.get(Endpoint.BALANCE, "asset=LDUSDT", Shapes::futuresBalance);
  }

  private Reading<Collateral> collateral() {
    return then(tiers.get(), table -> then(indexPrice.get(), price -> collateral(price, table)));
  }

  private static Reading<Collateral> collateral(Ratio price, List<Collateral.Tier> table) {
    try {
      return Reading.of(new Collateral(price, table));
    } catch (IllegalArgumentException e) {
      return Reading.failed(VenueFailure.Kind.MALFORMED, "LDUSDT collateral: " + e.getMessage());
    }
  }

  private static TransferOutcome notSent(VenueFailure failure) {
    return new TransferOutcome.NotSent(failure.detail());
  }

  private static <A, B> Reading<B> then(Reading<A> first, Function<A, Reading<B>> next) {
    return first.match(next, Reading.Failed::new);
  }
}
