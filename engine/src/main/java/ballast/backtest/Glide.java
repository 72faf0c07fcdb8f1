package ballast.backtest;

import ballast.decide.Decider;
import ballast.strategy.Memory;

/**
 * Passes the steps at which a strategy holds, which are nearly all. Its loop calls nothing but the
 * strategy, keeps in locals what it touches at every step, and allocates nothing; what is rare
 * leaves the loop: an extreme to look at exactly, a transfer that lands, a step at which something
 * is wanted. Mutable, for one thread and one walk.
 */
final class Glide {
  private final History history;
  private final Decider decider;
  private final Margins margins;
  private Memory memory;
  private int step;
  private int bar;
  private boolean liquidated;

  Glide(History history, Decider decider, Margins margins, Memory opening) {
    this.history = history;
    this.decider = decider;
    this.margins = margins;
    this.memory = opening;
  }

  /** The step that is next to be decided; how many were passed, when none is left. */
  int step() {
    return step;
  }

  boolean liquidated() {
    return liquidated;
  }

  /** What the strategy remembers before the step. */
  Memory memory() {
    return memory;
  }

  void remember(Memory after) {
    memory = after;
  }

  /** The step was decided. */
  void pass() {
    step++;
  }

  /**
   * Passes steps until one at which something is wanted or a transfer lands; false when the history
   * has ended or the account is liquidated.
   */
  boolean on(Account account) {
    while (step < history.steps()) {
      if (glide(account)) {
        return true;
      }
      if (bar < history.bars.until(Math.min(step, history.steps() - 1))) {
        long equity = history.bars.worstNets[bar] + account.collateralValue();
        if (margins.sink(equity, history.bars.worstMargins[bar])) {
          liquidated = true;
          return false;
        }
        bar++;
      }
    }
    return false;
  }

  /**
   * The loop. True when the step it has stopped at must be decided; false at the end, and before a
   * bar whose extreme must be looked at exactly.
   */
  private boolean glide(Account account) {
    long[] times = history.times;
    long[] nets = history.nets;
    long[] maintenance = history.margins;
    long[] worstNets = history.bars.worstNets;
    long[] worstMargins = history.bars.worstMargins;
    int[] bins = margins.bins;
    Decider decides = decider;
    Bars bars = history.bars;
    Cursor cursor = new Cursor(account.inFutures().e8(), account.lastMoveMillis(), memory);
    long value = account.collateralValue();
    long lands = account.landsMillis();
    double mindBelow = margins.mindBelow;
    double low = margins.low;
    double sum = margins.sum;
    long belowMillis = margins.belowMillis;
    boolean wanted = false;
    int atBar = bar;
    int at = step;
    walk:
    for (; at < times.length; at++) {
      for (int until = bars.until(at); atBar < until; atBar++) {
        if (worstNets[atBar] + value < mindBelow * worstMargins[atBar]) {
          break walk;
        }
      }
      long now = times[at];
      long equity = nets[at] + value;
      long margin = maintenance[at];
      if (margin > 0) {
        double uniMmr = (double) equity / margin;
        sum += uniMmr;
        bins[Margins.bin(uniMmr)]++;
        if (uniMmr < low) {
          belowMillis += times[Math.min(at + 1, times.length - 1)] - now;
        }
      }
      cursor.to(now, equity, margin);
      Memory after = now < lands ? decides.hold(cursor) : null;
      if (after == null) {
        wanted = true;
        break;
      }
      cursor.remember(after);
    }
    memory = cursor.memory();
    margins.sum = sum;
    margins.belowMillis = belowMillis;
    bar = atBar;
    step = at;
    return wanted;
  }
}
