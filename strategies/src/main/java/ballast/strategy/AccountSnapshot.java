package ballast.strategy;

/**
 * One consistent reading of a Portfolio Margin account.
 *
 * @param readAtMillis the exchange's time when the reading was begun, epoch milliseconds
 * @param equity {@code accountEquity}: USD after collateral haircuts; may be negative
 * @param actualEquity {@code actualEquity}: USD before haircuts
 * @param maintenanceMargin {@code accountMaintMargin}: USD, not negative
 * @param uniMmr as the exchange reports it; equity / maintenance margin, rounded its way
 * @param status the exchange's judgement of the account
 * @param ldusdtInFutures LDUSDT held in the futures wallet, as the balance row shows it
 */
public record AccountSnapshot(
    long readAtMillis,
    Usdt equity,
    Usdt actualEquity,
    Usdt maintenanceMargin,
    Ratio uniMmr,
    AccountStatus status,
    Usdt ldusdtInFutures) {
  public AccountSnapshot {
    if (maintenanceMargin.isNegative()) {
      throw new IllegalArgumentException(
          "maintenance margin must not be negative, got " + maintenanceMargin);
    }
    if (ldusdtInFutures.isNegative()) {
      throw new IllegalArgumentException(
          "LDUSDT in futures must not be negative, got " + ldusdtInFutures);
    }
  }
}
