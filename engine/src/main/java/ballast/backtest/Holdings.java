package ballast.backtest;

import ballast.backtest.Move.Outcome;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.List;

/** What lay in Futures at each step of a backtest, as stretches between transfers. */
final class Holdings {
  private final History history;
  private final List<Move> moves;

  Holdings(History history, List<Move> moves) {
    this.history = history;
    this.moves = moves;
  }

  /**
   * Steps from one to before another at which this much LDUSDT lay in Futures when the tick began.
   */
  record Stretch(int from, int to, Usdt inFutures) {}

  /** The stretches up to before this step, in order and without a gap. */
  List<Stretch> stretches(int steps) {
    List<Stretch> stretches = new ArrayList<>();
    Usdt held = history.opening();
    int from = 0;
    for (Move move : moves) {
      if (move.outcome() != Outcome.DONE || move.effectiveStep() >= steps) {
        continue;
      }
      if (move.effectiveStep() > from) {
        stretches.add(new Stretch(from, move.effectiveStep(), held));
        from = move.effectiveStep();
      }
      held = held.plus(move.intoFutures());
    }
    if (steps > from) {
      stretches.add(new Stretch(from, steps, held));
    }
    return stretches;
  }
}
