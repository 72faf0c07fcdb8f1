package ballast.backtest;

import ballast.market.FundingRates;
import ballast.paper.AccountCourse;
import ballast.strategy.Collateral;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;

/** Lays an account's course out in columns. For one thread. */
final class HistoryBuilder {
  /** Far from where the sum of two could overflow, and more than there is money. */
  private static final long MOST = Long.MAX_VALUE / 4;

  private final AccountCourse course;
  private final long[] times;
  private final long[] nets;
  private final long[] margins;
  private final int[] until;
  private final long[] worstNets;
  private final long[] worstMargins;
  private final Ledger.Writer ldusdt = new Ledger.Writer();
  private final Ledger.Writer funding = new Ledger.Writer();
  private final Fundings.Writer expected = new Fundings.Writer();
  private int steps;
  private int bars;

  HistoryBuilder(int steps, int bars, AccountCourse course) {
    this.course = course;
    this.times = new long[steps];
    this.nets = new long[steps];
    this.margins = new long[steps];
    this.until = new int[steps];
    this.worstNets = new long[bars];
    this.worstMargins = new long[bars];
  }

  /** Walks to this time and writes the step down. */
  void step(long millis) {
    course.walkTo(millis, this::bar);
    times[steps] = millis;
    nets[steps] = bounded(course.netE8());
    margins[steps] = bounded(course.maintenanceE8());
    until[steps] = bars;
    ldusdt.set(steps, course.ldusdt().e8());
    funding.set(steps, course.fundingPaid().e8());
    expect(millis);
    steps++;
  }

  /** As {@code PaperExchange.funding} says it. */
  private void expect(long millis) {
    long due = course.nextFunding(millis);
    boolean none = due == FundingRates.NEVER || course.notionalE8() == 0;
    expected.set(
        steps,
        nets[steps],
        course.notionalE8(),
        none ? 0 : course.expectedRateE8(millis),
        none ? Situation.NEVER : due);
  }

  private void bar(long openMillis, long worstNet, long worstMaintenance) {
    worstNets[bars] = bounded(worstNet);
    worstMargins[bars] = bounded(worstMaintenance);
    bars++;
  }

  History history(String source, Collateral collateral, Usdt opening) {
    Ledger both = ldusdt.ledger();
    return new History(
        source,
        collateral,
        opening,
        times,
        nets,
        margins,
        new Bars(worstNets, worstMargins, oneBarAStep() ? null : until),
        new ModelledSurroundings(collateral, both),
        both,
        funding.ledger(),
        expected.fundings());
  }

  private boolean oneBarAStep() {
    for (int step = 0; step < steps; step++) {
      if (until[step] != step) {
        return false;
      }
    }
    return true;
  }

  private static long bounded(long e8) {
    if (e8 > MOST || e8 < -MOST) {
      throw new ArithmeticException("an account of " + new Usdt(e8) + " USD is beyond the model");
    }
    return e8;
  }
}
