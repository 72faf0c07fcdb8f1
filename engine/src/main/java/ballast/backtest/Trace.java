package ballast.backtest;

import ballast.margin.PortfolioMargin;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;

/**
 * A result taken along its steps once more, for whoever draws or lists it: what the account was
 * like at each step that was decided. Stands before the first step until {@link #next} is called.
 * Mutable, for one thread.
 */
public final class Trace {
  private final History history;
  private final int steps;
  private final BacktestResult.Course course;
  private int step = -1;
  private int bar;
  private Usdt inFutures = Usdt.ZERO;
  private long value;
  private Ratio lowest = PortfolioMargin.NO_MARGIN;

  Trace(History history, int steps, BacktestResult.Course course) {
    this.history = history;
    this.steps = steps;
    this.course = course;
    hold(0);
  }

  /** Goes on to the next step; false when the result has no more. */
  public boolean next() {
    if (step + 1 >= steps) {
      return false;
    }
    step++;
    if (course.atOnce()) {
      hold(step);
    }
    lowest = PortfolioMargin.NO_MARGIN;
    for (; bar < history.bars.until(step); bar++) {
      sink(history.bars.worstNets[bar], history.bars.worstMargins[bar]);
    }
    hold(step);
    sink(history.netE8(step), history.maintenanceE8(step));
    return true;
  }

  private void hold(int at) {
    long held = course.held().at(at);
    if (at == 0 || held != inFutures.e8()) {
      inFutures = new Usdt(held);
      value = history.collateral().value(inFutures).e8();
    }
  }

  private void sink(long netE8, long maintenanceE8) {
    Ratio there =
        PortfolioMargin.uniMmr(new Usdt(Math.addExact(netE8, value)), new Usdt(maintenanceE8));
    lowest = there.compareTo(lowest) < 0 ? there : lowest;
  }

  /** When the step is, epoch milliseconds. */
  public long timeMillis() {
    return history.timeMillis(step);
  }

  /** Equity, USD. */
  public Usdt equity() {
    return new Usdt(Math.addExact(history.netE8(step), value));
  }

  /** Equity but for LDUSDT, USD: what transfers do not change. */
  public Usdt net() {
    return new Usdt(history.netE8(step));
  }

  /** Maintenance margin, USD. */
  public Usdt maintenance() {
    return new Usdt(history.maintenanceE8(step));
  }

  /** Equity by maintenance margin, rounded down. */
  public Ratio uniMmr() {
    return PortfolioMargin.uniMmr(equity(), maintenance());
  }

  /**
   * The lowest uniMMR since the step before: of the step, and at the adverse extreme of every bar
   * that has completed.
   */
  public Ratio lowestUniMmr() {
    return lowest;
  }

  /** LDUSDT in Futures, as the step's decision saw it. */
  public Usdt inFutures() {
    return inFutures;
  }

  /** LDUSDT in Earn. */
  public Usdt inEarn() {
    return history.ldusdt(step).minus(inFutures);
  }

  /** Funding paid so far, USDT; negative when more was received. */
  public Usdt fundingPaid() {
    return history.fundingPaid(step);
  }

  /** Interest that LDUSDT has earned so far, in whichever wallet. */
  public Usdt interest() {
    return history.ldusdt(step).minus(history.ldusdt(0));
  }
}
