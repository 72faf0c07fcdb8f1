package ballast.backtest;

import ballast.decide.Decider;
import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Standing;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import java.util.Optional;

/**
 * One walk of a decider along a history. {@link #glide} passes the steps at which nothing is wanted
 * in one tight loop; whatever else there is to decide goes the live way, through {@link
 * Decider#decide}. Mutable, for one thread and one walk.
 */
final class Pass {
  private final History history;
  private final Decider decider;
  private final Account account;
  private final Cursor cursor;
  private final Margins margins;
  private final AskBudget budget = new AskBudget();
  private final Counts counts = new Counts();
  private final double low;
  private int bar;
  private boolean liquidated;

  /**
   * @param low the uniMMR below which time is counted
   */
  Pass(History history, Decider decider, Memory opening, Execution execution, double low) {
    this.history = history;
    this.decider = decider;
    this.cursor = new Cursor(opening);
    this.account = new Account(history, execution);
    this.margins =
        new Margins(history.netE8(0) + account.collateralValue(), history.maintenanceE8(0));
    this.low = low;
  }

  /** Walks to the end, or to liquidation. */
  BacktestResult walk() {
    int step = glide(0);
    while (step < history.steps() && !liquidated) {
      account.land(step);
      decide(step);
      step = glide(step + 1);
    }
    return new BacktestResult(history, step, liquidated, margins, counts, account.moves());
  }

  /**
   * Passes steps to the first at which something is wanted or a transfer lands, and leaves the
   * cursor there; or to the bar that liquidates.
   */
  private int glide(int from) {
    long[] times = history.times;
    long[] nets = history.nets;
    long[] marginColumn = history.margins;
    long value = account.collateralValue();
    long lands = account.landsMillis();
    int[] bins = margins.bins;
    double sum = margins.sum;
    int steps = times.length;
    int step = from;
    cursor.inFutures = account.inFutures().e8();
    cursor.lastMove = account.lastMoveMillis();
    for (; step < steps; step++) {
      if (sinks(history.bars.until(step), value)) {
        liquidated = true;
        break;
      }
      long equity = nets[step] + value;
      long margin = marginColumn[step];
      double uniMmr = (double) equity / margin;
      if (margin > 0) {
        sum += uniMmr;
        bins[Margins.bin(uniMmr)]++;
        if (uniMmr < low) {
          margins.belowMillis += times[Math.min(step + 1, steps - 1)] - times[step];
        }
      }
      cursor.now = times[step];
      cursor.equity = equity;
      cursor.margin = margin;
      if (times[step] >= lands) {
        break;
      }
      Memory memory = decider.hold(cursor);
      if (memory == null) {
        break;
      }
      cursor.memory = memory;
    }
    margins.sum = sum;
    return step;
  }

  /** Takes the bars that have completed since the last step; true when one of them liquidates. */
  private boolean sinks(int until, long value) {
    long[] worstNets = history.bars.worstNets;
    long[] worstMargins = history.bars.worstMargins;
    for (; bar < until; bar++) {
      long equity = worstNets[bar] + value;
      long margin = worstMargins[bar];
      if ((double) equity < margins.mindBelow * margin && margins.sink(equity, margin)) {
        return true;
      }
    }
    return false;
  }

  /** The live way of one tick: what is asked, what is answered, what is decided, what is sent. */
  private void decide(int step) {
    cursor.equity = history.netE8(step) + account.collateralValue();
    cursor.inFutures = account.inFutures().e8();
    cursor.lastMove = account.lastMoveMillis();
    Situation.Recorded situation = cursor.freeze();
    Standing standing = account.standing(step, cursor.equity, cursor.margin);
    Optional<Direction> asks = decider.asks(situation, standing);
    if (asks.isPresent() && !budget.grants(cursor.now)) {
      counts.skipped();
      return;
    }
    Optional<Transferable> transferable =
        asks.map(way -> account.transferable(way, step, situation.equityE8(), cursor.margin));
    Decision decision = decider.decide(new Facts(situation, standing, transferable));
    cursor.memory = decision.memory();
    counts.decided(decision, asks.isPresent());
    if (decision.kind() == Decision.Kind.MOVE) {
      account.send(step, decision);
    }
  }
}
