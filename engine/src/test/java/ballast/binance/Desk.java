package ballast.binance;

import ballast.venue.ApiCall;
import ballast.venue.Reading;
import ballast.venue.VenueFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A venue before a scripted exchange that answers every reading as the documents show. */
final class Desk implements AutoCloseable {
  static final String API_KEY = "canary-api-key-8f3a";
  static final String SECRET = "canary-secret-51c7";
  static final Timeouts SHORT =
      new Timeouts(
          Duration.ofSeconds(2),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofMillis(600));

  static final String ACCOUNT =
      """
      {"uniMMR":"5167.92171923","accountEquity":"122607.35137903",\
      "actualEquity":"142607.35137903","accountMaintMargin":"23.72469206",\
      "accountInitialMargin":"47.44938412","totalAvailableBalance":"122,559.90199491",\
      "accountStatus":"NORMAL","accountType":"PM_1"}""";
  static final String BALANCE =
      """
      [{"asset":"LDUSDT","totalWalletBalance":"500.25","crossMarginAsset":"0",\
      "umWalletBalance":"500.25000000","umUnrealizedPNL":"0","cmWalletBalance":"0",\
      "cmUnrealizedPNL":"","updateTime":1617939110373,"negativeBalance":"0"}]""";
  static final String COLLATERAL =
      """
      [{"asset":"BNB","collateralInfo":[{"tierFloor":"0.0000","tierCap":"1000.0000",\
      "collateralRate":"1.0000","cum":"0.0000"}]},\
      {"asset":"LDUSDT","collateralInfo":[\
      {"tierFloor":"1200000","tierCap":"2000000","collateralRate":"0.975","cum":"28800"},\
      {"tierFloor":"0.0000","tierCap":"1200000","collateralRate":"0.9990","cum":"0.0000"}]}]""";
  static final String INDEX_PRICE =
      """
      [{"asset":"LDUSDT","assetIndexPrice":"0.9998","time":1772366400000}]""";
  static final String POSITION =
      """
      {"rows":[{"totalAmount":"75.46000000","tierAnnualPercentageRate":{"0-5BTC":0.05},\
      "asset":"USDT","productId":"USDT001"}],"total":1}""";
  static final String POSITIONS =
      """
      [{"symbol":"BTCUSDT","positionSide":"LONG","positionAmt":"1.500","markPrice":"60000"},\
      {"symbol":"BTCUSDT","positionSide":"SHORT","positionAmt":"-0.500","markPrice":"60000"},\
      {"symbol":"ETHUSDT","positionSide":"BOTH","positionAmt":"-10","markPrice":"3000"},\
      {"symbol":"BTCUSDT_260327","positionSide":"BOTH","positionAmt":"2","markPrice":"61000"}]""";
  static final String PREMIUM_INDEX =
      """
      [{"symbol":"BTCUSDT","markPrice":"60000.00000001","indexPrice":"60001",\
      "estimatedSettlePrice":"60000","lastFundingRate":"0.00031000","interestRate":"0.00010000",\
      "nextFundingTime":1772380800000,"time":1772366400000},\
      {"symbol":"ETHUSDT","markPrice":"3000","lastFundingRate":"0.0001",\
      "nextFundingTime":1772380800000,"time":1772366400000},\
      {"symbol":"BTCUSDT_260327","markPrice":"61000","lastFundingRate":"",\
      "nextFundingTime":0,"time":1772366400000},\
      {"symbol":"XRPUSDT","markPrice":"2","lastFundingRate":"0.0001",\
      "nextFundingTime":1772370000000,"time":1772366400000}]""";
  static final String RESTRICTIONS =
      """
      {"ipRestrict":true,"createTime":1698645219000,"enableReading":true,\
      "enableWithdrawals":false,"enableInternalTransfer":false,"enableMargin":false,\
      "enableFutures":false,"permitsUniversalTransfer":false,"enableVanillaOptions":false,\
      "enableFixApiTrade":false,"enableFixReadOnly":false,"enableSpotAndMarginTrading":false,\
      "enablePortfolioMarginTrading":true}""";

  final HandClock clock = new HandClock();
  final ScriptedExchange exchange = new ScriptedExchange();
  final WeightBudget budget = new WeightBudget(clock);
  final List<ApiCall> calls = new ArrayList<>();
  final BinanceAccess access =
      BinanceAccess.of("main", exchange.base(), API_KEY, signer()).with(SHORT);
  final BinanceVenue venue = venue(access);

  Desk() throws IOException {
    exchange
        .on(Endpoint.TIME, (socket, out) -> time(clock.millis()).answer(socket, out))
        .on(Endpoint.SYSTEM_STATUS, ScriptedExchange.json("{\"status\":0,\"msg\":\"normal\"}"))
        .on(Endpoint.API_RESTRICTIONS, ScriptedExchange.json(RESTRICTIONS))
        .on(Endpoint.ACCOUNT, ScriptedExchange.json(ACCOUNT))
        .on(Endpoint.BALANCE, ScriptedExchange.json(BALANCE))
        .on(Endpoint.COLLATERAL_RATE, ScriptedExchange.json(COLLATERAL))
        .on(Endpoint.ASSET_INDEX_PRICE, ScriptedExchange.json(INDEX_PRICE))
        .on(Endpoint.POSITION_RISK, ScriptedExchange.json(POSITIONS))
        .on(Endpoint.PREMIUM_INDEX, ScriptedExchange.json(PREMIUM_INDEX))
        .on(Endpoint.FLEXIBLE_POSITION, ScriptedExchange.json(POSITION))
        .on(
            Endpoint.EARN_ASSET_BALANCE,
            ScriptedExchange.json("{\"asset\":\"LDUSDT\",\"amount\":\"0.55\"}"))
        .on(Endpoint.EARN_ASSET_TRANSFER, ScriptedExchange.json("{\"msg\":\"success\"}"));
  }

  static ScriptedExchange.Reply time(long millis) {
    return ScriptedExchange.json("{\"serverTime\":" + millis + "}");
  }

  static Signer signer() {
    return Signer.hmac(SECRET.getBytes(StandardCharsets.UTF_8));
  }

  static <T> T got(Reading<T> reading) {
    return reading.match(
        value -> value,
        failure -> {
          throw new AssertionError("failed: " + failure);
        });
  }

  static VenueFailure failure(Reading<?> reading) {
    return reading.match(
        value -> {
          throw new AssertionError("got " + value);
        },
        failure -> failure);
  }

  BinanceVenue venue(BinanceAccess other) {
    return new BinanceVenue(other, clock, clock::nanoTime, budget, calls::add, Optional.empty());
  }

  @Override
  public void close() throws IOException {
    exchange.close();
  }
}
