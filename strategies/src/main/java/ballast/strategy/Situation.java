package ballast.strategy;

/**
 * What a strategy may know before it asks how much can be moved: exact primitives in units of 1e-8
 * and epoch milliseconds. Live and in replay it is a {@link Recorded}; in a backtest a cursor over
 * columns, frozen only when a direction is needed.
 *
 * <p>A cursor is confined to one thread and changes as it advances: a strategy keeps nothing of it
 * but numbers.
 */
public interface Situation {
  /** {@link #lastMoveMillis} of an account that was never moved. */
  long NEVER = Long.MIN_VALUE;

  /** The exchange's time at this tick, epoch milliseconds. */
  long nowMillis();

  /** Account equity after haircuts, USD × 1e8; may be negative. */
  long equityE8();

  /** Maintenance margin, USD × 1e8; not negative. */
  long maintenanceMarginE8();

  /** LDUSDT in the futures wallet × 1e8. */
  long ldusdtInFuturesE8();

  /**
   * When the last transfer of ours was sent that may have moved money, epoch milliseconds, or
   * {@link #NEVER}.
   */
  long lastMoveMillis();

  /** What the strategy remembered after the tick before this one. */
  Memory memory();

  /** This situation as a record that stays as it is now. */
  default Recorded freeze() {
    return new Recorded(
        nowMillis(),
        equityE8(),
        maintenanceMarginE8(),
        ldusdtInFuturesE8(),
        lastMoveMillis(),
        memory());
  }

  /** A situation by value, as the journal stores it. */
  record Recorded(
      long nowMillis,
      long equityE8,
      long maintenanceMarginE8,
      long ldusdtInFuturesE8,
      long lastMoveMillis,
      Memory memory)
      implements Situation {
    @Override
    public Recorded freeze() {
      return this;
    }
  }
}
