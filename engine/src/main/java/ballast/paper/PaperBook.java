package ballast.paper;

import ballast.margin.E8;
import ballast.margin.PortfolioMargin;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.RoundingMode;

/**
 * The balances and the position of one account, and what they are worth at a price. Mutable, of one
 * {@link PaperExchange}; all numbers × 1e8. The settlement coin's own index and collateral rate are
 * one, so a USDT balance counts as it is, positive or negative.
 */
final class PaperBook {
  private static final long DAYS_A_YEAR = 365;
  private static final long HOURS_A_YEAR = 24 * DAYS_A_YEAR;

  private final PaperAccount terms;
  private long quantity;
  private long entryPrice;
  private long usdt;
  private Usdt inFutures;
  private Usdt inEarn;

  /** What the LDUSDT in Futures counts for; it changes by transfers alone. */
  private long collateralValue;

  private long settled;
  private long fundingPaid;
  private long ldusdtInterest;
  private long usdtInterest;

  PaperBook(PaperAccount terms, long price) {
    this.terms = terms;
    this.usdt = terms.usdt().e8();
    this.inFutures = terms.ldusdtInFutures();
    this.inEarn = terms.ldusdtInEarn();
    this.collateralValue = terms.collateral().value(inFutures).e8();
    this.quantity = struck(terms, price);
    this.entryPrice = price;
  }

  PaperBook(PaperBook other) {
    this.terms = other.terms;
    this.quantity = other.quantity;
    this.entryPrice = other.entryPrice;
    this.usdt = other.usdt;
    this.inFutures = other.inFutures;
    this.inEarn = other.inEarn;
    this.collateralValue = other.collateralValue;
    this.settled = other.settled;
    this.fundingPaid = other.fundingPaid;
    this.ldusdtInterest = other.ldusdtInterest;
    this.usdtInterest = other.usdtInterest;
  }

  boolean isLong() {
    return quantity >= 0;
  }

  /** What the LDUSDT in Futures counts for. */
  long collateralValue() {
    return collateralValue;
  }

  /** Equity at this price but for LDUSDT, so whatever was transferred. */
  long netAt(long price) {
    return Math.addExact(usdt, profitAt(price));
  }

  long maintenanceAt(long price) {
    return quantity == 0
        ? 0
        : terms.brackets().maintenanceE8(E8.timesFloor(Math.abs(quantity), price));
  }

  long profitAt(long price) {
    return E8.timesFloor(quantity, price - entryPrice);
  }

  /**
   * Brings the position back to its notional and the USDT wallet to what it began with: what the
   * month has made is taken out, what it has lost is paid in.
   */
  void strike(long price) {
    long made = Math.addExact(usdt, profitAt(price)) - terms.usdt().e8();
    settled = Math.addExact(settled, made);
    usdt = terms.usdt().e8();
    quantity = struck(terms, price);
    entryPrice = price;
  }

  /** A long pays a positive rate, rounded against the account. */
  void exchangeFunding(long price, long rate) {
    long paid = E8.timesCeiling(notionalAt(price), rate);
    usdt = Math.subtractExact(usdt, paid);
    fundingPaid = Math.addExact(fundingPaid, paid);
  }

  /** The position at this price; negative of a short one. */
  long notionalAt(long price) {
    return E8.timesFloor(quantity, price);
  }

  /** One hour's interest on the LDUSDT of both wallets, credited to Earn. */
  void creditHour(long apr) {
    long earned = E8.timesFloor(inFutures.plus(inEarn).e8(), apr) / HOURS_A_YEAR;
    inEarn = inEarn.plus(new Usdt(earned));
    ldusdtInterest = Math.addExact(ldusdtInterest, earned);
  }

  /** One day's interest on what is owed beyond the free amount. */
  void chargeDay() {
    long owed = -usdt - terms.interestFree().e8();
    if (owed <= 0) {
      return;
    }
    long charged = E8.timesCeiling(owed, terms.usdtInterest().e8()) / DAYS_A_YEAR + 1;
    usdt = Math.subtractExact(usdt, charged);
    usdtInterest = Math.addExact(usdtInterest, charged);
  }

  void move(Movement movement) {
    inFutures = inFutures.plus(movement.intoFutures());
    inEarn = inEarn.minus(movement.intoFutures());
    collateralValue = collateral().value(inFutures).e8();
  }

  /**
   * The account at this price, shown as if {@code hidden} had not reached the futures wallet yet.
   */
  PaperState state(long timeMillis, long price, Usdt hidden, boolean liquidated) {
    Usdt futures = inFutures.minus(hidden);
    Usdt profit = new Usdt(profitAt(price));
    Usdt net = new Usdt(usdt).plus(profit);
    Usdt equity = collateral().value(futures).plus(net);
    Usdt actual = net.plus(futures.times(collateral().indexPrice(), RoundingMode.FLOOR));
    Usdt margin = new Usdt(maintenanceAt(price));
    return new PaperState(
        timeMillis,
        new Ratio(price),
        new Ratio(quantity),
        equity,
        actual,
        margin,
        PortfolioMargin.uniMmr(equity, margin),
        liquidated
            ? AccountStatus.FORCE_LIQUIDATION
            : PortfolioMargin.status(equity.e8(), margin.e8()),
        futures,
        inEarn.plus(hidden),
        new Usdt(usdt),
        profit);
  }

  /** LDUSDT in both wallets. */
  Usdt ldusdt() {
    return inFutures.plus(inEarn);
  }

  Usdt settled() {
    return new Usdt(settled);
  }

  Usdt fundingPaid() {
    return new Usdt(fundingPaid);
  }

  Usdt ldusdtInterest() {
    return new Usdt(ldusdtInterest);
  }

  Usdt usdtInterest() {
    return new Usdt(usdtInterest);
  }

  private Collateral collateral() {
    return terms.collateral();
  }

  private static long struck(PaperAccount terms, long price) {
    return terms.notional().dividedBy(new Ratio(price), RoundingMode.DOWN).e8();
  }
}
