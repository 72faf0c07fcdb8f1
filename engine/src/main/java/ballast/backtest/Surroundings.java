package ballast.backtest;

import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.Optional;
import java.util.Set;

/**
 * What there is around an account besides its course: what the exchange lets through and how it
 * judges, what operators have paused and others have moved. Worked out by the paper account's
 * model, or as a journal recorded it. Immutable, safe for several threads.
 */
interface Surroundings {
  /** {@link #othersNext} when there is none. */
  int NEVER = Integer.MAX_VALUE;

  /**
   * How the books stood before the first step.
   *
   * @param lastMoveMillis when the last move was sent, or {@link ballast.strategy.Situation#NEVER}
   * @param movedToday LDUSDT moved on the first step's UTC day
   * @param intents how many there had been
   */
  record Opening(long lastMoveMillis, Usdt movedToday, long intents) {}

  Opening opening();

  /**
   * How the exchange judges the account.
   *
   * @param at the account in question
   */
  AccountStatus status(Moment at);

  /** The directions that an operator has paused. */
  Set<Direction> paused(int step);

  /** What the exchange would let through. */
  Transferable transferable(Direction direction, Moment at);

  /** When a transfer decided at this step is sent, epoch milliseconds. */
  long sentMillis(int step, long decidedMillis);

  /** What became of this very transfer, where that is known. */
  Optional<Move.Outcome> outcome(int step, Direction direction, Usdt amount);

  /** The first step after this one that reads what others have moved, or {@link #NEVER}. */
  int othersNext(int step);

  /** What others have moved into Futures between the step before and this one; may be negative. */
  Usdt othersMoved(int step);

  /** Those of the steps from one to before another, counted from the first of them. */
  Surroundings between(int from, int to);

  /**
   * An account at one step.
   *
   * @param inFutures LDUSDT there
   * @param equity USD × 1e8
   * @param margin maintenance margin, USD × 1e8
   */
  record Moment(int step, Usdt inFutures, long equity, long margin) {}
}
