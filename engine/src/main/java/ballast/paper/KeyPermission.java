package ballast.paper;

import java.util.EnumSet;
import java.util.Set;

/** What an API key may do; the wire names are those of {@code account/apiRestrictions}. */
public enum KeyPermission {
  READING("enableReading"),
  /** What a transfer between Earn and Futures needs; which one really does is undocumented. */
  PORTFOLIO_MARGIN_TRADING("enablePortfolioMarginTrading"),
  SPOT_AND_MARGIN_TRADING("enableSpotAndMarginTrading"),
  FUTURES("enableFutures"),
  MARGIN("enableMargin"),
  INTERNAL_TRANSFER("enableInternalTransfer"),
  UNIVERSAL_TRANSFER("permitsUniversalTransfer"),
  VANILLA_OPTIONS("enableVanillaOptions"),
  WITHDRAWALS("enableWithdrawals"),
  IP_RESTRICTED("ipRestrict");

  private final String wireName;

  KeyPermission(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  /** What Ballast's own key should have: reading, Portfolio Margin, and a bound address. */
  public static Set<KeyPermission> sensible() {
    return EnumSet.of(READING, PORTFOLIO_MARGIN_TRADING, IP_RESTRICTED);
  }
}
