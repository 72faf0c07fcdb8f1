package ballast.backtest;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;

/**
 * One transfer of a backtest.
 *
 * @param step at which it was decided
 * @param timeMillis when that was
 * @param direction which way
 * @param amount LDUSDT
 * @param reason the decision's reason
 * @param outcome what became of it
 * @param effectiveStep the first step whose decision sees it
 */
public record Move(
    int step,
    long timeMillis,
    Direction direction,
    Usdt amount,
    String reason,
    Outcome outcome,
    int effectiveStep) {
  /** What can become of a transfer. */
  public enum Outcome {
    DONE,
    REFUSED,
    LOST
  }

  /** What it adds to Futures; nothing unless it was done. */
  public Usdt intoFutures() {
    if (outcome != Outcome.DONE) {
      return Usdt.ZERO;
    }
    return direction == Direction.EARN_TO_FUTURE ? amount : amount.negated();
  }

  Move with(Outcome other) {
    return new Move(step, timeMillis, direction, amount, reason, other, effectiveStep);
  }

  Move from(int effective) {
    return new Move(step, timeMillis, direction, amount, reason, outcome, effective);
  }
}
