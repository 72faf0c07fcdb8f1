package ballast.backtest;

import ballast.strategy.Memory;
import ballast.strategy.Situation;

/**
 * The one step at which a pass stands, as a strategy sees it. It has no way to a later one. For one
 * thread.
 */
final class Cursor implements Situation {
  long now;
  long equity;
  long margin;
  long inFutures;
  long lastMove = NEVER;
  Memory memory;

  Cursor(Memory opening) {
    this.memory = opening;
  }

  @Override
  public long nowMillis() {
    return now;
  }

  @Override
  public long equityE8() {
    return equity;
  }

  @Override
  public long maintenanceMarginE8() {
    return margin;
  }

  @Override
  public long ldusdtInFuturesE8() {
    return inFutures;
  }

  @Override
  public long lastMoveMillis() {
    return lastMove;
  }

  @Override
  public Memory memory() {
    return memory;
  }
}
