package ballast.paper;

import ballast.margin.E8;
import ballast.margin.PortfolioMargin;
import ballast.market.FundingRates;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.Funding;
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
  private final AccountCourse course;
  private final List<Movement> ledger;

  /** What is added to a time of the path to make it the exchange's time. */
  private final long shiftMillis;

  private long now;
  private Ratio lowest;
  private OptionalLong liquidatedAt = OptionalLong.empty();

  /** Lays the path where it was recorded. */
  public PaperExchange(Scenario scenario) {
    this(scenario, scenario.prices().startMillis());
  }

  /** Lays the path so that it begins at {@code startMillis} of the exchange's time. */
  public PaperExchange(Scenario scenario, long startMillis) {
    this.scenario = scenario;
    this.now = scenario.prices().startMillis();
    this.shiftMillis = startMillis - now;
    this.course = new AccountCourse(scenario);
    this.ledger = new ArrayList<>();
    this.lowest = course.uniMmr();
  }

  private PaperExchange(PaperExchange other) {
    this.scenario = other.scenario;
    this.course = new AccountCourse(other.course);
    this.ledger = new ArrayList<>(other.ledger);
    this.shiftMillis = other.shiftMillis;
    this.now = other.now;
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
    while (liquidatedAt.isEmpty() && course.next() <= target) {
      course.happen(this::judge);
    }
    now = Math.max(now, target);
  }

  private void judge(long openMillis, long worstNet, long worstMaintenance) {
    long equity = Math.addExact(worstNet, book().collateralValue());
    if (worstMaintenance > 0 && lowest.compareQuotient(equity, worstMaintenance) < 0) {
      lowest = PortfolioMargin.uniMmr(new Usdt(equity), new Usdt(worstMaintenance));
    }
    if (PortfolioMargin.isLiquidated(equity, worstMaintenance)) {
      liquidatedAt = OptionalLong.of(openMillis + shiftMillis);
      course.stopAtTheWorst();
    }
  }

  /** The account now. */
  public synchronized PaperState state() {
    return state(0);
  }

  /** The account now, as it looks to one who sees no transfer of the last {@code lagMillis}. */
  synchronized PaperState state(long lagMillis) {
    return book()
        .state(now + shiftMillis, course.priceE8(), hidden(lagMillis), liquidatedAt.isPresent());
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

  /** What the position is expected to pay when funding falls due next, at the price of now. */
  public synchronized Funding funding() {
    long due = course.nextFunding(now);
    if (due == FundingRates.NEVER || course.notionalE8() == 0) {
      return Funding.NONE;
    }
    long amount = E8.timesCeiling(course.notionalE8(), course.expectedRateE8(now));
    return new Funding(new Usdt(amount), OptionalLong.of(exchangeMillis(due)));
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
    book().move(movement);
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
    return book().settled();
  }

  /** Funding paid so far, USDT; negative when more was received. */
  public synchronized Usdt fundingPaid() {
    return book().fundingPaid();
  }

  /** Interest that LDUSDT has earned so far. */
  public synchronized Usdt ldusdtInterest() {
    return book().ldusdtInterest();
  }

  /** Interest paid so far on a negative USDT wallet. */
  public synchronized Usdt usdtInterest() {
    return book().usdtInterest();
  }

  /** The exchange's time up to which the model has gone. */
  public synchronized long nowMillis() {
    return now + shiftMillis;
  }

  /** When the path ends, the exchange's time; after it prices stand still and nothing accrues. */
  public long endMillis() {
    return scenario.prices().endMillis() + shiftMillis;
  }

  /** The time of the path, as it was recorded, that this time of the exchange stands for. */
  public long pathMillis(long exchangeMillis) {
    return exchangeMillis - shiftMillis;
  }

  /** The exchange's time that this time of the path is laid on. */
  public long exchangeMillis(long pathMillis) {
    return pathMillis + shiftMillis;
  }

  private PaperBook book() {
    return course.book();
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
