package ballast.strategy;

/**
 * What of an account must be known at the next tick to tell what it lost in between; memories that
 * measure losses are one. The measure is the maintenance margin, so that a loss is in the unit of
 * uniMMR and covers any book, whatever its positions.
 */
interface Observed {
  /** Of an account that was not seen before: no loss is told from it. */
  long NEVER = Long.MAX_VALUE;

  /** When it was read, or {@link #NEVER}. */
  long millis();

  /** Equity, USD × 1e8. */
  long equityE8();

  /** Maintenance margin, USD × 1e8. */
  long marginE8();

  /** LDUSDT in Futures × 1e8. */
  long heldE8();

  /**
   * True when what equity did until now was the account's own doing: no LDUSDT came or went, no
   * transfer of ours went out, and there is a margin to measure by. A transfer changes equity by
   * its own worth, which is not known to the last digit before it is asked for, so that a step with
   * one is left out rather than corrected.
   */
  default boolean tellsLossUntil(Situation now) {
    return now.nowMillis() > millis()
        && now.ldusdtInFuturesE8() == heldE8()
        && now.lastMoveMillis() < millis()
        && (marginE8() > 0 || now.maintenanceMarginE8() > 0);
  }

  /**
   * The loss until now in maintenance margins, negative for a gain. Measured by the larger of both
   * margins: neither a position that has just been opened nor one that has just been closed makes a
   * small loss look large.
   */
  default double lossUntil(Situation now) {
    return ((double) equityE8() - now.equityE8()) / Math.max(marginE8(), now.maintenanceMarginE8());
  }

  /** Four words: epoch milliseconds and three exact decimals. */
  default String observedText() {
    return millis()
        + " "
        + new Usdt(equityE8())
        + " "
        + new Usdt(marginE8())
        + " "
        + new Usdt(heldE8());
  }

  /** Reads epoch milliseconds. */
  static long millis(String word) {
    if (!word.matches("-?[0-9]{1,18}")) {
      throw new IllegalArgumentException(
          "a time must be epoch milliseconds, got " + Quotation.of(word));
    }
    return Long.parseLong(word);
  }
}
