package ballast.strategy;

/** The {@code accountStatus} of a Portfolio Margin account, by the exchange's own names. */
public enum AccountStatus {
  NORMAL,
  MARGIN_CALL,
  SUPPLY_MARGIN,
  REDUCE_ONLY,
  ACTIVE_LIQUIDATION,
  FORCE_LIQUIDATION,
  BANKRUPTED;

  /**
   * True once the exchange has taken over the account: what is moved in then is lost to its losses.
   */
  public boolean isLiquidating() {
    return this == ACTIVE_LIQUIDATION || this == FORCE_LIQUIDATION || this == BANKRUPTED;
  }
}
