package ballast.binance;

import ballast.binance.WeightBudget.Scope;

/**
 * Every call that Ballast makes, with its documented weight and security. Only {@link
 * #EARN_ASSET_TRANSFER} moves anything.
 */
enum Endpoint {
  TIME("GET", "/api/v3/time", 1, Scope.IP, Security.NONE),
  SYSTEM_STATUS("GET", "/sapi/v1/system/status", 1, Scope.IP, Security.NONE),
  API_RESTRICTIONS("GET", "/sapi/v1/account/apiRestrictions", 1, Scope.IP, Security.SIGNED),
  ACCOUNT("GET", "/sapi/v1/portfolio/account", 5, Scope.UID, Security.SIGNED),
  ACCOUNT_SPAN("GET", "/sapi/v2/portfolio/account", 5, Scope.IP, Security.SIGNED),
  BALANCE("GET", "/sapi/v1/portfolio/balance", 20, Scope.IP, Security.SIGNED),
  COLLATERAL_RATE("GET", "/sapi/v2/portfolio/collateralRate", 50, Scope.IP, Security.SIGNED),
  ASSET_INDEX_PRICE("GET", "/sapi/v1/portfolio/asset-index-price", 1, Scope.IP, Security.KEY),
  FLEXIBLE_POSITION(
      "GET", "/sapi/v1/simple-earn/flexible/position", 150, Scope.IP, Security.SIGNED),
  EARN_ASSET_BALANCE(
      "GET", "/sapi/v1/portfolio/earn-asset-balance", 1500, Scope.IP, Security.SIGNED),
  EARN_ASSET_TRANSFER(
      "POST", "/sapi/v1/portfolio/earn-asset-transfer", 1500, Scope.UID, Security.SIGNED),

  // the account's USD-M positions, and every symbol's rate at once: both at the futures' own host
  POSITION_RISK("GET", "/fapi/v3/positionRisk", 5, Scope.IP, Security.SIGNED),
  PREMIUM_INDEX("GET", "/fapi/v1/premiumIndex", 10, Scope.IP, Security.NONE),

  // public market data of USD-M futures, at the weight of a page of 1000 rows
  FUTURES_TIME("GET", "/fapi/v1/time", 1, Scope.IP, Security.NONE),
  KLINES("GET", "/fapi/v1/klines", 5, Scope.IP, Security.NONE),
  MARK_PRICE_KLINES("GET", "/fapi/v1/markPriceKlines", 5, Scope.IP, Security.NONE),
  FUNDING_RATE("GET", "/fapi/v1/fundingRate", 1, Scope.IP, Security.NONE);

  /** What a call must carry: nothing, the key, or the key and a signature with a timestamp. */
  enum Security {
    NONE,
    KEY,
    SIGNED
  }

  private static final int API_LIMIT = 6_000;

  /**
   * Half of what the futures endpoints allow together: whoever else calls from here has the rest.
   */
  private static final int FUTURES_LIMIT = 2_400 / 2;

  /** Counted by calls, 500 in five minutes. */
  private static final int FUNDING_LIMIT = 100;

  private static final int SMALL_BODY = 64 * 1024;

  /**
   * The tier table lists every asset at once, a few hundred with several tiers each; a page of
   * candles has a thousand rows.
   */
  private static final int TABLE_BODY = 1024 * 1024;

  final String method;
  final String path;
  final int weight;
  final Scope scope;
  final Security security;

  Endpoint(String method, String path, int weight, Scope scope, Security security) {
    this.method = method;
    this.path = path;
    this.weight = weight;
    this.scope = scope;
    this.security = security;
  }

  /** Weight per minute: every SAPI endpoint has a budget of its own. */
  int limit() {
    if (path.startsWith("/api/")) {
      return API_LIMIT;
    }
    if (isFutures()) {
      return this == FUNDING_RATE ? FUNDING_LIMIT : FUTURES_LIMIT;
    }
    return scope.limit;
  }

  /** Served by the futures' own host. */
  boolean isFutures() {
    return path.startsWith("/fapi/");
  }

  /** An answer longer than this is not read to its end. */
  int maxBytes() {
    return this == COLLATERAL_RATE || isFutures() ? TABLE_BODY : SMALL_BODY;
  }

  /** For messages: method and path, never a query. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
