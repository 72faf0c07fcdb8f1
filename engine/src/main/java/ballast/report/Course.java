package ballast.report;

import ballast.strategy.Ratio;
import java.util.OptionalLong;

/**
 * How one account fared in a run.
 *
 * @param uniMmr over time; it ends where the account is liquidated
 * @param lowest the lowest uniMMR, tested at each bar's adverse extreme, so perhaps below the line
 * @param liquidatedAtMillis when the exchange took the account, if it did
 */
public record Course(Series uniMmr, Ratio lowest, OptionalLong liquidatedAtMillis) {
  /** The uniMMR at or below which the exchange liquidates. */
  public static final Ratio LIQUIDATION = Ratio.parse("1.05");

  /** True when the exchange took the account. */
  public boolean isLiquidated() {
    return liquidatedAtMillis.isPresent();
  }
}
