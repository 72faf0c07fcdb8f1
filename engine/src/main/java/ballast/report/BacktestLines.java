package ballast.report;

import ballast.backtest.BacktestResult;
import ballast.backtest.Trace;
import ballast.margin.PortfolioMargin;
import ballast.strategy.Ratio;

/** One result of a backtest as the short lines that charts draw, in one pass over its steps. */
final class BacktestLines {
  private static final int POINTS = 2_000;
  private static final int SMALL_POINTS = 1_000;

  private final Sampler uniMmr;
  private final Sampler inFutures;
  private final Sampler inEarn;
  private final Sampler drawdown;
  private final Sampler funding;
  private final Sampler interest;
  private final Distribution distribution = new Distribution();
  private final WorstDays days = new WorstDays();
  private final Course course;
  private Ratio peak = Ratio.ZERO;

  private BacktestLines(BacktestResult result) {
    int steps = result.steps();
    uniMmr = new Sampler(POINTS, steps);
    inFutures = new Sampler(SMALL_POINTS, steps);
    inEarn = new Sampler(SMALL_POINTS, steps);
    drawdown = new Sampler(SMALL_POINTS, steps);
    funding = new Sampler(SMALL_POINTS / 2, steps);
    interest = new Sampler(SMALL_POINTS / 2, steps);
    Trace trace = result.trace();
    while (trace.next()) {
      add(trace);
    }
    days.move(result.moves());
    result.liquidatedBy().ifPresent(at -> uniMmr.add(at, result.lowestUniMmr().e8()));
    course = new Course(uniMmr.series(), result.lowestUniMmr(), result.liquidatedBy());
  }

  static BacktestLines of(BacktestResult result) {
    return new BacktestLines(result);
  }

  private void add(Trace trace) {
    long at = trace.timeMillis();
    Ratio lowest = trace.lowestUniMmr();
    days.add(trace);
    inFutures.add(at, trace.inFutures().e8());
    inEarn.add(at, trace.inEarn().e8());
    funding.add(at, trace.fundingPaid().e8());
    interest.add(at, trace.interest().e8());
    if (lowest.equals(PortfolioMargin.NO_MARGIN)) {
      return;
    }
    uniMmr.add(at, lowest.e8());
    distribution.add(trace.uniMmr());
    Ratio now = trace.uniMmr();
    peak = now.compareTo(peak) > 0 && !now.equals(PortfolioMargin.NO_MARGIN) ? now : peak;
    drawdown.add(at, below(lowest));
  }

  /** The share of the peak that is gone, × 1e8; at most all of it. */
  private long below(Ratio lowest) {
    if (!peak.isPositive()) {
      return 0;
    }
    double share = 1 - (double) lowest.e8() / peak.e8();
    return Math.round(Math.min(1, Math.max(0, share)) * Ratio.ONE.e8());
  }

  Course course() {
    return course;
  }

  Series inFutures() {
    return inFutures.series();
  }

  Series inEarn() {
    return inEarn.series();
  }

  Series drawdown() {
    return drawdown.series();
  }

  Series funding() {
    return funding.series();
  }

  Series interest() {
    return interest.series();
  }

  Distribution distribution() {
    return distribution;
  }

  WorstDays days() {
    return days;
  }
}
