package ballast.paper;

import ballast.margin.PortfolioMargin;
import ballast.market.PricePath;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.TransferOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A model of one Portfolio Margin Pro account on a price path: no I/O, no clock of its own, the
 * same answers however finely time is advanced. The price that is observed is the close of the last
 * complete bar (before the first is complete, its open); liquidation and the lowest uniMMR are
 * tested at the adverse extreme of each bar when it completes, with what the account held then.
 *
 * <p>LDUSDT earns in both wallets, each full hour, and all of it is credited to Earn, so that the
 * futures side changes by transfers alone; that is an assumption. Once liquidated the account
 * stands still for ever, at the extreme that did it.
 *
 * <p>Safe for several threads: every method takes the model's own lock.
 */
public final class PaperExchange {
  private final Scenario scenario;
  private final PricePath prices;
  private final PaperTimeline timeline;
  private final PaperBook book;
  private final List<Movement> ledger;

  /** What is added to a time of the path to make it the exchange's time. */
  private final long shiftMillis;

  private long now;
  private long price;
  private Ratio lowest;
  private OptionalLong liquidatedAt = OptionalLong.empty();

  /** Lays the path where it was recorded. */
  public PaperExchange(Scenario scenario) {
    this(scenario, scenario.prices().startMillis());
  }

  /** Lays the path so that it begins at {@code startMillis} of the exchange's time. */
  public PaperExchange(Scenario scenario, long startMillis) {
    this.scenario = scenario;
    this.prices = scenario.prices();
    this.shiftMillis = startMillis - prices.startMillis();
    this.now = prices.startMillis();
    this.price = prices.openE8(0);
    this.timeline = new PaperTimeline(scenario);
    this.book = new PaperBook(scenario.account(), price);
    this.ledger = new ArrayList<>();
    this.lowest = uniMmr();
  }

  private PaperExchange(PaperExchange other) {
    this.scenario = other.scenario;
    this.prices = other.prices;
    this.timeline = new PaperTimeline(other.timeline);
    this.book = new PaperBook(other.book);
    this.ledger = new ArrayList<>(other.ledger);
    this.shiftMillis = other.shiftMillis;
    this.now = other.now;
    this.price = other.price;
    this.lowest = other.lowest;
    this.liquidatedAt = other.liquidatedAt;
  }

  /** The same account at the same moment, going its own way from here. */
  public synchronized PaperExchange fork() {
    return new PaperExchange(this);
  }

  public Scenario scenario() {
    return scenario;
  }

  /**
   * Moves time forward to {@code millis} of the exchange's time; a time gone by changes nothing.
   */
  public synchronized void advanceTo(long millis) {
    long target = millis - shiftMillis;
    while (liquidatedAt.isEmpty() && timeline.next() <= target) {
      happen();
    }
    now = Math.max(now, target);
  }

  private void happen() {
    switch (timeline.nextEvent()) {
      case BAR -> completeBar(timeline.bar());
      case FUNDING -> book.exchangeFunding(price, scenario.funding().rateE8(timeline.next()));
      case HOUR -> {
        book.creditHour(scenario.apr().aprE8(timeline.next()));
        if (timeline.isMidnight()) {
          book.chargeDay();
        }
      }
      case STRIKE -> book.strike(price);
    }
    timeline.pass();
  }

  private void completeBar(int bar) {
    long extreme = book.isLong() ? prices.lowE8(bar) : prices.highE8(bar);
    long equity = book.equityAt(extreme);
    long maintenance = book.maintenanceAt(extreme);
    if (maintenance > 0 && lowest.compareQuotient(equity, maintenance) < 0) {
      lowest = PortfolioMargin.uniMmr(new Usdt(equity), new Usdt(maintenance));
    }
    if (PortfolioMargin.isLiquidated(equity, maintenance)) {
      liquidatedAt = OptionalLong.of(prices.openTime(bar) + shiftMillis);
      price = extreme;
    } else {
      price = prices.closeE8(bar);
    }
  }

  /** The account now. */
  public synchronized PaperState state() {
    return state(0);
  }

  /** The account now, as it looks to one who sees no transfer of the last {@code lagMillis}. */
  synchronized PaperState state(long lagMillis) {
    return book.state(now + shiftMillis, price, hidden(lagMillis), liquidatedAt.isPresent());
  }

  /**
   * The most that {@link #transfer} would take now: what Earn holds, or what may leave Futures with
   * uniMMR staying at or above 1.2; nothing once liquidated.
   */
  public synchronized Usdt transferable(Direction direction) {
    return transferable(direction, 0);
  }

  synchronized Usdt transferable(Direction direction, long lagMillis) {
    if (liquidatedAt.isPresent()) {
      return Usdt.ZERO;
    }
    PaperState seen = state(lagMillis);
    return switch (direction) {
      case EARN_TO_FUTURE -> seen.ldusdtInEarn().max(Usdt.ZERO);
      case FUTURE_TO_EARN ->
          PortfolioMargin.withdrawable(
              seen.equity(),
              seen.maintenanceMargin(),
              scenario.account().collateral(),
              seen.ldusdtInFutures());
    };
  }

  /** Moves LDUSDT now, or says why not; the codes are a guess at what the exchange would say. */
  public synchronized TransferOutcome transfer(Direction direction, Usdt amount) {
    if (liquidatedAt.isPresent()) {
      return new TransferOutcome.Rejected(-21007, "The account is in force liquidation.");
    }
    if (!amount.isPositive()) {
      return new TransferOutcome.Rejected(-5007, "The amount must be greater than 0.");
    }
    if (amount.compareTo(transferable(direction)) > 0) {
      return direction == Direction.EARN_TO_FUTURE
          ? new TransferOutcome.Rejected(-6012, "Balance insufficient.")
          : new TransferOutcome.Rejected(-3020, "Transfer out amount exceeds max amount.");
    }
    Movement movement = new Movement(now + shiftMillis, direction, amount);
    book.move(movement);
    ledger.add(movement);
    return new TransferOutcome.Done();
  }

  /** What really moved, in order. */
  public synchronized List<Movement> ledger() {
    return List.copyOf(ledger);
  }

  /** The lowest uniMMR so far, tested at each bar's adverse extreme. */
  public synchronized Ratio lowestUniMmr() {
    return lowest;
  }

  /** When the bar began that liquidated the account, the exchange's time; empty while it lives. */
  public synchronized OptionalLong liquidatedAt() {
    return liquidatedAt;
  }

  /**
   * What the months that have ended made, net of funding and interest, and was taken out of the
   * account when the position was struck anew; negative when it was paid in.
   */
  public synchronized Usdt settled() {
    return book.settled();
  }

  /** Funding paid so far, USDT; negative when more was received. */
  public synchronized Usdt fundingPaid() {
    return book.fundingPaid();
  }

  /** Interest that LDUSDT has earned so far. */
  public synchronized Usdt ldusdtInterest() {
    return book.ldusdtInterest();
  }

  /** Interest paid so far on a negative USDT wallet. */
  public synchronized Usdt usdtInterest() {
    return book.usdtInterest();
  }

  /** The exchange's time up to which the model has gone. */
  public synchronized long nowMillis() {
    return now + shiftMillis;
  }

  /** When the path ends, the exchange's time; after it prices stand still and nothing accrues. */
  public long endMillis() {
    return prices.endMillis() + shiftMillis;
  }

  /** The time of the path, as it was recorded, that this time of the exchange stands for. */
  public long pathMillis(long exchangeMillis) {
    return exchangeMillis - shiftMillis;
  }

  /** The exchange's time that this time of the path is laid on. */
  public long exchangeMillis(long pathMillis) {
    return pathMillis + shiftMillis;
  }

  private Ratio uniMmr() {
    return PortfolioMargin.uniMmr(
        new Usdt(book.equityAt(price)), new Usdt(book.maintenanceAt(price)));
  }

  private Usdt hidden(long lagMillis) {
    Usdt hidden = Usdt.ZERO;
    for (int i = ledger.size() - 1; i >= 0 && lagMillis > 0; i--) {
      if (now + shiftMillis - ledger.get(i).timeMillis() >= lagMillis) {
        break;
      }
      hidden = hidden.plus(ledger.get(i).intoFutures());
    }
    return hidden;
  }
}
