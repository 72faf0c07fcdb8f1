package ballast.paper;

import ballast.margin.PortfolioMargin;
import ballast.market.FundingRates;
import ballast.market.PricePath;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;

/**
 * An account taken along its path, happening by happening, as if it were never liquidated. What it
 * shows does not depend on transfers: LDUSDT earns alike in both wallets, and funding, interest and
 * profit know nothing of it. So a backtest lays this out in columns once and works out any policy
 * over them; the paper exchange puts transfers and liquidation on top of the same course. Mutable,
 * for one thread; times are the path's own.
 */
public final class AccountCourse {
  private final PricePath prices;
  private final PaperTimeline timeline;
  private final PaperBook book;
  private long price;
  private long worst;

  /** Is shown every bar when it is complete. */
  public interface BarWatch {
    /**
     * @param openMillis when the bar began
     * @param worstNetE8 equity but for LDUSDT at the bar's adverse extreme, USD × 1e8
     * @param worstMaintenanceE8 maintenance margin there, USD × 1e8
     */
    void completed(long openMillis, long worstNetE8, long worstMaintenanceE8);
  }

  public AccountCourse(Scenario scenario) {
    this.prices = scenario.prices();
    this.price = prices.openE8(0);
    this.worst = price;
    this.timeline = new PaperTimeline(scenario);
    this.book = new PaperBook(scenario.account(), price);
  }

  AccountCourse(AccountCourse other) {
    this.prices = other.prices;
    this.price = other.price;
    this.worst = other.worst;
    this.timeline = new PaperTimeline(other.timeline);
    this.book = new PaperBook(other.book);
  }

  /** Lets everything happen up to and with this time. */
  public void walkTo(long millis, BarWatch watch) {
    while (next() <= millis) {
      happen(watch);
    }
  }

  /** When the next thing happens; {@code Long.MAX_VALUE} once the path has ended. */
  long next() {
    return timeline.next();
  }

  void happen(BarWatch watch) {
    switch (timeline.nextEvent()) {
      case BAR -> completeBar(timeline.bar(), watch);
      case FUNDING -> book.exchangeFunding(price, timeline.fundingRateE8());
      case HOUR -> {
        book.creditHour(timeline.aprE8());
        if (timeline.isMidnight()) {
          book.chargeDay();
        }
      }
      case STRIKE -> book.strike(price);
    }
    timeline.pass();
  }

  private void completeBar(int bar, BarWatch watch) {
    worst = book.isLong() ? prices.lowE8(bar) : prices.highE8(bar);
    price = prices.closeE8(bar);
    watch.completed(prices.openTime(bar), book.netAt(worst), book.maintenanceAt(worst));
  }

  /** The price stays where the last bar was worst: whoever was liquidated there goes no further. */
  void stopAtTheWorst() {
    price = worst;
  }

  PaperBook book() {
    return book;
  }

  /** The price that is known now. */
  long priceE8() {
    return price;
  }

  Ratio uniMmr() {
    return PortfolioMargin.uniMmr(
        new Usdt(Math.addExact(netE8(), book.collateralValue())), new Usdt(maintenanceE8()));
  }

  /** Equity but for LDUSDT, USD × 1e8. */
  public long netE8() {
    return book.netAt(price);
  }

  /** Maintenance margin, USD × 1e8. */
  public long maintenanceE8() {
    return book.maintenanceAt(price);
  }

  /** LDUSDT in both wallets together. */
  public Usdt ldusdt() {
    return book.ldusdt();
  }

  /** The position at the price that is known now, USD × 1e8; negative of a short one. */
  public long notionalE8() {
    return book.notionalAt(price);
  }

  /**
   * The rate that is expected of the next funding, fraction × 1e8: the last one, as nothing else is
   * known of it before.
   */
  public long expectedRateE8(long millis) {
    return timeline.lastRateE8(millis);
  }

  /** When funding falls due next after this time, or {@link FundingRates#NEVER}. */
  public long nextFunding(long millis) {
    return timeline.fundingAfter(millis);
  }

  /** Funding paid so far, USDT; negative when more was received. */
  public Usdt fundingPaid() {
    return book.fundingPaid();
  }

  /** Interest that LDUSDT has earned so far. */
  public Usdt ldusdtInterest() {
    return book.ldusdtInterest();
  }
}
