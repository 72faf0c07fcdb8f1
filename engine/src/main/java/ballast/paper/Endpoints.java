package ballast.paper;

import ballast.paper.Endpoint.Call;
import ballast.paper.Endpoint.Security;
import ballast.paper.WeightBudget.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Every path of the exchange that is played, with its documented weight and security. */
final class Endpoints {
  private final Map<String, Endpoint> byCall = new HashMap<>();

  Endpoints(FaultSwitch faults) {
    PortfolioAnswers portfolio = new PortfolioAnswers(faults);
    EarnAnswers earn = new EarnAnswers(faults);
    addPortfolio(portfolio);
    addEarn(earn);
    addSystem();
    addMarket();
  }

  Optional<Endpoint> find(String method, String path) {
    return Optional.ofNullable(byCall.get(method + " " + path));
  }

  private void addPortfolio(PortfolioAnswers answers) {
    String root = "/sapi/v1/portfolio/";
    get(PaperPaths.ACCOUNT, Kind.SAPI_UID, 5, Security.USER_DATA, answers::account);
    get("/sapi/v2/portfolio/account", Kind.SAPI_IP, 5, Security.USER_DATA, answers::spanAccount);
    get(root + "balance", Kind.SAPI_IP, 20, Security.USER_DATA, answers::balance);
    get(
        PaperPaths.EARN_ASSET_BALANCE,
        Kind.SAPI_IP,
        1_500,
        Security.USER_DATA,
        answers::earnAssetBalance);
    add(
        "POST",
        PaperPaths.EARN_ASSET_TRANSFER,
        new Endpoint(Kind.SAPI_UID, request -> 1_500, Security.TRADE, answers::earnAssetTransfer));
    get(root + "collateralRate", Kind.SAPI_IP, 50, Security.MARKET_DATA, answers::collateralRate);
    get(
        "/sapi/v2/portfolio/collateralRate",
        Kind.SAPI_IP,
        50,
        Security.USER_DATA,
        answers::tieredCollateralRate);
    get(
        root + "asset-index-price",
        Kind.SAPI_IP,
        request -> request.parameter("asset").isPresent() ? 1 : 50,
        Security.MARKET_DATA,
        answers::assetIndexPrice);
  }

  private void addEarn(EarnAnswers answers) {
    get(PaperPaths.FLEXIBLE_POSITION, Kind.SAPI_IP, 150, Security.USER_DATA, answers::position);
    get("/sapi/v1/simple-earn/flexible/list", Kind.SAPI_IP, 150, Security.USER_DATA, answers::list);
    get(
        "/sapi/v1/simple-earn/flexible/history/rateHistory",
        Kind.SAPI_IP,
        150,
        Security.USER_DATA,
        answers::rateHistory);
  }

  private void addSystem() {
    get("/api/v3/time", Kind.API, 1, Security.NONE, call -> new ServerTime(call.nowMillis()));
    get(
        "/sapi/v1/system/status",
        Kind.SAPI_IP,
        1,
        Security.NONE,
        call -> new SystemStatus(0, "normal"));
    get(
        "/sapi/v1/account/apiRestrictions",
        Kind.SAPI_IP,
        1,
        Security.USER_DATA,
        Endpoints::restrictions);
  }

  private void addMarket() {
    get("/fapi/v1/time", Kind.FAPI, 1, Security.NONE, call -> new ServerTime(call.nowMillis()));
    get(
        "/fapi/v1/premiumIndex",
        Kind.FAPI,
        request -> request.parameter("symbol").isPresent() ? 1 : 10,
        Security.NONE,
        MarketAnswers::premiumIndex);
    get(PaperPaths.POSITION_RISK, Kind.FAPI, 5, Security.USER_DATA, MarketAnswers::positionRisk);
    get("/fapi/v1/fundingRate", Kind.FAPI, 1, Security.NONE, MarketAnswers::fundingRate);
    get("/fapi/v1/klines", Kind.FAPI, Klines::weight, Security.NONE, MarketAnswers::klines);
    get(
        "/fapi/v1/markPriceKlines",
        Kind.FAPI,
        Klines::weight,
        Security.NONE,
        MarketAnswers::klines);
  }

  private static Object restrictions(Call call) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (KeyPermission permission : KeyPermission.values()) {
      body.put(permission.wireName(), call.login().permissions().contains(permission));
    }
    body.put("enableFixApiTrade", false);
    body.put("enableFixReadOnly", false);
    body.put("createTime", call.exchange().exchangeMillis(startOfPath(call.exchange())));
    return body;
  }

  private static long startOfPath(PaperExchange exchange) {
    return exchange.scenario().prices().startMillis();
  }

  private void get(
      String path, Kind kind, int weight, Security security, Function<Call, Object> answer) {
    get(path, kind, request -> weight, security, answer);
  }

  private void get(
      String path,
      Kind kind,
      ToIntFunction<WireRequest> weight,
      Security security,
      Function<Call, Object> answer) {
    add("GET", path, new Endpoint(kind, weight, security, answer));
  }

  private void add(String method, String path, Endpoint endpoint) {
    byCall.put(method + " " + path, endpoint);
  }

  private record ServerTime(long serverTime) {}

  private record SystemStatus(int status, String msg) {}
}
