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

  /** {@link #fundingE8} where it was not read. */
  long UNKNOWN = Long.MIN_VALUE;

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

  /**
   * The funding that is expected at {@link #fundingMillis}, USD × 1e8: positive is paid, negative
   * is received. {@link #UNKNOWN} where it was not read, as for every strategy that does not say
   * that it {@link Strategy#usesFunding uses} it.
   */
  default long fundingE8() {
    return UNKNOWN;
  }

  /** When funding falls due next, epoch milliseconds; {@link #NEVER} where none is known to. */
  default long fundingMillis() {
    return NEVER;
  }

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
        fundingE8(),
        fundingMillis(),
        memory());
  }

  /** A situation by value, as the journal stores it. */
  record Recorded(
      long nowMillis,
      long equityE8,
      long maintenanceMarginE8,
      long ldusdtInFuturesE8,
      long lastMoveMillis,
      long fundingE8,
      long fundingMillis,
      Memory memory)
      implements Situation {
    /** One whose funding was not read. */
    public Recorded(
        long nowMillis,
        long equityE8,
        long maintenanceMarginE8,
        long ldusdtInFuturesE8,
        long lastMoveMillis,
        Memory memory) {
      this(
          nowMillis,
          equityE8,
          maintenanceMarginE8,
          ldusdtInFuturesE8,
          lastMoveMillis,
          UNKNOWN,
          NEVER,
          memory);
    }

    /** The same with another memory. */
    public Recorded with(Memory other) {
      return new Recorded(
          nowMillis,
          equityE8,
          maintenanceMarginE8,
          ldusdtInFuturesE8,
          lastMoveMillis,
          fundingE8,
          fundingMillis,
          other);
    }

    @Override
    public Recorded freeze() {
      return this;
    }
  }
}
