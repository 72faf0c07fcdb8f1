package ballast.backtest;

import ballast.strategy.Memory;
import ballast.strategy.Situation;

/**
 * The one step at which a walk stands, as a strategy sees it. It has no way to a later one. For one
 * thread.
 */
final class Cursor implements Situation {
  private final long inFutures;
  private final long lastMove;
  private long now;
  private long equity;
  private long margin;
  private long funding = UNKNOWN;
  private long fundingDue = NEVER;
  private Memory memory;

  Cursor(long inFutures, long lastMove, Memory memory) {
    this.inFutures = inFutures;
    this.lastMove = lastMove;
    this.memory = memory;
  }

  void to(long timeMillis, long equityE8, long marginE8) {
    now = timeMillis;
    equity = equityE8;
    margin = marginE8;
  }

  /** For strategies that use it. */
  void expect(long fundingE8, long dueMillis) {
    funding = fundingE8;
    fundingDue = dueMillis;
  }

  /** Writes only what has changed: a reference costs the garbage collector a note. */
  void remember(Memory after) {
    if (after != memory) {
      memory = after;
    }
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
  public long fundingE8() {
    return funding;
  }

  @Override
  public long fundingMillis() {
    return fundingDue;
  }

  @Override
  public Memory memory() {
    return memory;
  }
}
