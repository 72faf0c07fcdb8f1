package ballast.paper;

import ballast.paper.Endpoint.Call;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.TransferOutcome;
import java.math.BigDecimal;
import java.util.List;

/** The bodies of {@code /sapi/…/portfolio}: numbers are strings, as the exchange writes them. */
final class PortfolioAnswers {
  private static final String LDUSDT = "LDUSDT";

  private final FaultSwitch faults;

  PortfolioAnswers(FaultSwitch faults) {
    this.faults = faults;
  }

  Object account(Call call) {
    PaperState state = state(call);
    Usdt margin = state.maintenanceMargin();
    Usdt free = state.equity().minus(margin).minus(margin);
    return new Account(
        state.uniMmr().toString(),
        state.equity().toString(),
        state.actualEquity().toString(),
        margin.toString(),
        margin.plus(margin).toString(),
        grouped(free),
        state.status().name(),
        "PM_1");
  }

  /** This one amount the exchange writes with commas. */
  static String grouped(Usdt amount) {
    StringBuilder text = new StringBuilder(BigDecimal.valueOf(amount.e8(), 8).toPlainString());
    int first = amount.e8() < 0 ? 1 : 0;
    for (int at = text.indexOf(".") - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  Object spanAccount(Call call) {
    PaperState state = state(call);
    String margin = state.maintenanceMargin().toString();
    return new SpanAccount(
        state.uniMmr().toString(),
        state.equity().toString(),
        state.actualEquity().toString(),
        margin,
        List.of(new RiskUnit(MarketAnswers.coin(call.exchange()), margin)),
        "0.00000000",
        "0.00000000",
        state.status().name(),
        "PM_3");
  }

  Object balance(Call call) {
    PaperState state = state(call);
    Balance usdt =
        row("USDT", state.usdt(), state.unrealisedProfit(), state.usdt().min(Usdt.ZERO), call);
    Balance ldusdt = row(LDUSDT, state.ldusdtInFutures(), Usdt.ZERO, Usdt.ZERO, call);
    List<Balance> rows = List.of(usdt, ldusdt);
    return call.request()
        .parameter("asset")
        .<Object>map(asset -> rows.stream().filter(row -> row.asset().equals(asset)).toList())
        .orElse(rows);
  }

  Object earnAssetBalance(Call call) {
    requireAsset(call);
    Direction direction = direction(call);
    Usdt amount = call.exchange().transferable(direction, faults.faults().readLagMillis());
    return new EarnAssetBalance(LDUSDT, amount.toString());
  }

  Object earnAssetTransfer(Call call) {
    String asset = call.request().required("asset");
    Direction direction = direction(call);
    Usdt amount = amount(call.request().required("amount"));
    if (asset.equals("RWUSD")) {
      throw new ApiError(400, -6012, "Balance insufficient.");
    }
    requireAsset(call);
    TransferOutcome outcome = call.exchange().transfer(direction, amount);
    if (outcome instanceof TransferOutcome.Rejected rejected) {
      throw new ApiError(400, rejected.code(), rejected.message());
    }
    return new Message("success");
  }

  Object collateralRate(Call call) {
    return List.of(
        new FlatRate("USDT", "1.0000"),
        new FlatRate(
            LDUSDT,
            call.exchange().scenario().account().collateral().tiers().get(0).rate().toString()));
  }

  Object tieredCollateralRate(Call call) {
    return List.of(TieredRate.of(LDUSDT, call.exchange().scenario().account().collateral()));
  }

  Object assetIndexPrice(Call call) {
    PaperExchange exchange = call.exchange();
    String coin = MarketAnswers.coin(exchange);
    List<IndexPrice> rows =
        List.of(
            new IndexPrice("USDT", "1", call.nowMillis()),
            new IndexPrice(
                LDUSDT,
                exchange.scenario().account().collateral().indexPrice().toString(),
                call.nowMillis()),
            new IndexPrice(coin, exchange.state().price().toString(), call.nowMillis()));
    return call.request()
        .parameter("asset")
        .<Object>map(asset -> rows.stream().filter(row -> row.asset().equals(asset)).toList())
        .orElse(rows);
  }

  private PaperState state(Call call) {
    return call.exchange().state(faults.faults().readLagMillis());
  }

  private static void requireAsset(Call call) {
    if (!call.request().required("asset").equals(LDUSDT)) {
      throw new ApiError(400, -3027, "Not a valid margin asset.");
    }
  }

  private static Direction direction(Call call) {
    return switch (call.request().required("transferType")) {
      case "EARN_TO_FUTURE" -> Direction.EARN_TO_FUTURE;
      case "FUTURE_TO_EARN" -> Direction.FUTURE_TO_EARN;
      default -> throw ApiError.invalid("transferType");
    };
  }

  private static Usdt amount(String text) {
    if (text.matches("-[0-9.]{1,40}")) {
      throw new ApiError(400, -5007, "The amount must be greater than 0.");
    }
    if (text.matches("[0-9]{1,18}\\.[0-9]{9,40}")) {
      throw new ApiError(400, -1111, "Precision is over the maximum defined for this asset.");
    }
    try {
      return Usdt.parse(text);
    } catch (IllegalArgumentException e) {
      throw ApiError.missing("amount");
    }
  }

  private static Balance row(String asset, Usdt wallet, Usdt profit, Usdt negative, Call call) {
    return new Balance(
        asset,
        wallet.toString(),
        "0",
        "0",
        "0",
        "0",
        "0",
        wallet.toString(),
        profit.toString(),
        "0",
        "",
        call.nowMillis(),
        negative.toString(),
        "0",
        "0");
  }

  private record Account(
      String uniMMR,
      String accountEquity,
      String actualEquity,
      String accountMaintMargin,
      String accountInitialMargin,
      String totalAvailableBalance,
      String accountStatus,
      String accountType) {}

  private record SpanAccount(
      String uniMMR,
      String accountEquity,
      String actualEquity,
      String accountMaintMargin,
      List<RiskUnit> riskUnitMMList,
      String marginMM,
      String otherMM,
      String accountStatus,
      String accountType) {}

  private record RiskUnit(String asset, String uniMaintainUsd) {}

  private record Balance(
      String asset,
      String totalWalletBalance,
      String crossMarginAsset,
      String crossMarginBorrowed,
      String crossMarginFree,
      String crossMarginInterest,
      String crossMarginLocked,
      String umWalletBalance,
      String umUnrealizedPNL,
      String cmWalletBalance,
      String cmUnrealizedPNL,
      long updateTime,
      String negativeBalance,
      String optionWalletBalance,
      String optionEquity) {}

  private record EarnAssetBalance(String asset, String amount) {}

  private record Message(String msg) {}

  private record FlatRate(String asset, String collateralRate) {}

  private record IndexPrice(String asset, String assetIndexPrice, long time) {}
}
