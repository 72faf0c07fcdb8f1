package ballast.backtest;

import ballast.decide.Decider;
import ballast.strategy.Memory;

/**
 * Passes the steps at which a strategy holds, which are nearly all. It takes them a block at a time
 * and goes over each block in three small loops: how far no bar's extreme needs an exact look, how
 * far the strategy holds, and what uniMMR was on the way. Three are faster than one that does all,
 * because each keeps what it needs in registers and the last finds its block in the cache; only the
 * division is done in the second, beside whose multiplications it costs a core hardly anything.
 * None allocates at a step. Mutable, for one thread and one walk.
 */
final class Glide {
  private final History history;
  private final Decider decider;
  private final boolean usesFunding;
  private final Margins margins;
  private Memory memory;
  private int step;
  private int bar;
  private boolean liquidated;

  Glide(History history, Decider decider, Margins margins, Memory opening) {
    this.history = history;
    this.decider = decider;
    this.usesFunding = decider.usesFunding();
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
    long value = account.collateralValue();
    int landing = Math.max(step, history.firstStepFrom(account.landsMillis()));
    while (step < history.steps()) {
      int end = Math.min(step + Margins.BLOCK, history.steps());
      int clear = clear(end, value);
      int from = step;
      step = hold(Math.min(clear, landing), account);
      margins.count(history, from, step);
      if (step < clear) {
        bar = history.bars.until(step); // those after it meet another account
        return true;
      }
      if (clear < end && sinks(value)) {
        liquidated = true;
        return false;
      }
    }
    return false;
  }

  /**
   * The first step, or the end, before which a bar completes whose extreme must be looked at
   * exactly. That bar is the next; those before it are past.
   */
  private int clear(int end, long value) {
    int until = history.bars.until(end - 1);
    bar = history.bars.firstBelow(margins.mindBelow, value, bar, until);
    return bar == until ? end : history.bars.stepAfter(bar, step);
  }

  /** Looks at the next bar's extreme exactly; true when the exchange liquidates there. */
  private boolean sinks(long value) {
    boolean sinks =
        margins.sink(history.bars.worstNets[bar] + value, history.bars.worstMargins[bar]);
    bar += sinks ? 0 : 1;
    return sinks;
  }

  /** The first step at which the strategy does not hold, or the end. */
  private int hold(int end, Account account) {
    return usesFunding ? holdExpecting(end, account) : holdPlainly(end, account);
  }

  /**
   * By what every strategy sees. The cursor is made here, where it does not leave the loop, so that
   * it is compiled to locals.
   */
  private int holdPlainly(int end, Account account) {
    Cursor cursor = new Cursor(account.inFutures().e8(), account.lastMoveMillis(), memory);
    long value = account.collateralValue();
    long[] times = history.times;
    long[] nets = history.nets;
    long[] maintenance = history.margins;
    double[] uniMmrs = margins.uniMmrs;
    Decider decides = decider;
    int from = step;
    int at = from;
    for (; at < end; at++) {
      long equity = nets[at] + value;
      long margin = maintenance[at];
      uniMmrs[at - from] = (double) equity / margin;
      cursor.to(times[at], equity, margin);
      Memory after = decides.hold(cursor);
      if (after == null) {
        break;
      }
      cursor.remember(after);
    }
    memory = cursor.memory();
    return at;
  }

  /** The same with the funding that is expected, which the others are spared. */
  private int holdExpecting(int end, Account account) {
    Cursor cursor = new Cursor(account.inFutures().e8(), account.lastMoveMillis(), memory);
    long value = account.collateralValue();
    int from = step;
    int at = from;
    for (; at < end; at++) {
      long equity = history.nets[at] + value;
      long margin = history.margins[at];
      margins.uniMmrs[at - from] = (double) equity / margin;
      cursor.to(history.times[at], equity, margin);
      cursor.expect(history.expectedFundingE8(at), history.expectedFundingMillis(at));
      Memory after = decider.hold(cursor);
      if (after == null) {
        break;
      }
      cursor.remember(after);
    }
    memory = cursor.memory();
    return at;
  }
}
