package ballast.margin;

import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.RoundingMode;

/**
 * The rules of a Portfolio Margin Pro account (Binance FAQ "Portfolio Margin Pro Maintenance Margin
 * Ratio Calculation"): equity = Σ min(net × index × rate, net × index) over the assets, uniMMR =
 * equity / maintenance margin, and what the exchange does at which uniMMR.
 */
public final class PortfolioMargin {
  /** Above it the account trades freely; at or below it the exchange asks for funds. */
  public static final Ratio MARGIN_CALL = Ratio.parse("1.5");

  /** At or below it only reductions are accepted, and nothing may be withdrawn down to less. */
  public static final Ratio WITHDRAWAL_FLOOR = Ratio.parse("1.2");

  /** At or below it the account is liquidated. */
  public static final Ratio LIQUIDATION = Ratio.parse("1.05");

  /**
   * The uniMMR of an account without maintenance margin. What the exchange reports then is
   * undocumented; this is an assumption.
   */
  public static final Ratio NO_MARGIN = Ratio.parse("99999999");

  private PortfolioMargin() {}

  /**
   * What a net asset counts for: a positive one after its haircut, a debt in full. Rounded down.
   *
   * @param netE8 units of the asset × 1e8, of any sign
   * @param indexE8 USD for one unit × 1e8
   * @param rateE8 collateral rate × 1e8, 0 to 1
   * @return USD × 1e8
   */
  public static long countedE8(long netE8, long indexE8, long rateE8) {
    long value = E8.timesFloor(netE8, indexE8);
    return value <= 0 ? value : E8.timesFloor(value, rateE8);
  }

  /** Equity / maintenance margin, rounded down; {@link #NO_MARGIN} where there is none. */
  public static Ratio uniMmr(Usdt equity, Usdt maintenance) {
    return maintenance.isPositive() ? Ratio.of(equity, maintenance, RoundingMode.FLOOR) : NO_MARGIN;
  }

  /** True where the exchange liquidates: uniMMR at or below 1.05, compared exactly. */
  public static boolean isLiquidated(long equityE8, long maintenanceE8) {
    return maintenanceE8 > 0 && LIQUIDATION.compareQuotient(equityE8, maintenanceE8) <= 0;
  }

  /**
   * The exchange's judgement. The bands are published, which of its seven names goes with which is
   * our reading: 1.05 to 1.2 is REDUCE_ONLY, 1.0 to 1.05 ACTIVE_LIQUIDATION, below FORCE.
   */
  public static AccountStatus status(long equityE8, long maintenanceE8) {
    if (maintenanceE8 == 0 || MARGIN_CALL.compareQuotient(equityE8, maintenanceE8) > 0) {
      return AccountStatus.NORMAL;
    }
    if (WITHDRAWAL_FLOOR.compareQuotient(equityE8, maintenanceE8) > 0) {
      return AccountStatus.MARGIN_CALL;
    }
    if (LIQUIDATION.compareQuotient(equityE8, maintenanceE8) > 0) {
      return AccountStatus.REDUCE_ONLY;
    }
    return Ratio.ONE.compareQuotient(equityE8, maintenanceE8) > 0
        ? AccountStatus.ACTIVE_LIQUIDATION
        : AccountStatus.FORCE_LIQUIDATION;
  }

  /**
   * The most LDUSDT that may leave the futures wallet with uniMMR staying at or above 1.2, rounded
   * down; never more than is held.
   */
  public static Usdt withdrawable(Usdt equity, Usdt maintenance, Collateral collateral, Usdt held) {
    Usdt surplus = equity.minus(maintenance.times(WITHDRAWAL_FLOOR, RoundingMode.CEILING));
    return surplus.isNegative() ? Usdt.ZERO : collateral.toLower(surplus, held);
  }
}
