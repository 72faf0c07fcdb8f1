package ballast.paper;

/** The exchange's paths that more than one class here names. */
final class PaperPaths {
  static final String ACCOUNT = "/sapi/v1/portfolio/account";
  static final String EARN_ASSET_BALANCE = "/sapi/v1/portfolio/earn-asset-balance";
  static final String EARN_ASSET_TRANSFER = "/sapi/v1/portfolio/earn-asset-transfer";
  static final String FLEXIBLE_POSITION = "/sapi/v1/simple-earn/flexible/position";
  static final String POSITION_RISK = "/fapi/v3/positionRisk";

  private PaperPaths() {}
}
