package ballast.paper;

import ballast.market.FundingRates;
import ballast.paper.Endpoint.Call;
import ballast.strategy.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bodies of {@code /fapi}: what the path says, on the exchange's time. */
final class MarketAnswers {
  private static final int DEFAULT_FUNDINGS = 100;
  private static final int MOST_FUNDINGS = 1_000;

  private MarketAnswers() {}

  /** The base coin of the account's symbol: BTC of BTCUSDT. */
  static String coin(PaperExchange exchange) {
    String symbol = exchange.scenario().account().symbol();
    return symbol.endsWith("USDT") ? symbol.substring(0, symbol.length() - 4) : symbol;
  }

  static Object premiumIndex(Call call) {
    Optional<String> symbol = call.request().parameter("symbol");
    symbol.ifPresent(asked -> requireSymbol(call, asked));
    PaperExchange exchange = call.exchange();
    long path = exchange.pathMillis(call.nowMillis());
    FundingRates funding = exchange.scenario().funding();
    String price = price(exchange.scenario().prices().observedE8(path));
    long next = funding.nextAfter(path);
    PremiumIndex index =
        new PremiumIndex(
            exchange.scenario().account().symbol(),
            price,
            price,
            price,
            new Ratio(funding.rateE8(path)).toString(),
            "0.00010000",
            next == FundingRates.NEVER ? 0 : exchange.exchangeMillis(next),
            call.nowMillis());
    return symbol.isPresent() ? index : List.of(index);
  }

  /** As the exchange's third version: only symbols with a position have a row. */
  static Object positionRisk(Call call) {
    PaperExchange exchange = call.exchange();
    String symbol = exchange.scenario().account().symbol();
    call.request().parameter("symbol").ifPresent(asked -> requireSymbol(call, asked));
    PaperState state = exchange.state();
    return state.quantity().equals(Ratio.ZERO)
        ? List.of()
        : List.of(
            new PositionRisk(
                symbol,
                "BOTH",
                state.quantity().toString(),
                state.price().toString(),
                state.unrealisedProfit().toString(),
                "USDT",
                state.maintenanceMargin().toString(),
                call.nowMillis()));
  }

  static Object fundingRate(Call call) {
    PaperExchange exchange = call.exchange();
    call.request().parameter("symbol").ifPresent(asked -> requireSymbol(call, asked));
    FundingRates funding = exchange.scenario().funding();
    long limit = Math.min(MOST_FUNDINGS, call.request().number("limit").orElse(DEFAULT_FUNDINGS));
    long end =
        Math.min(call.request().number("endTime").orElse(call.nowMillis()), call.nowMillis());
    long newest = end - limit * FundingRates.EIGHT_HOURS_MILLIS;
    long start =
        Math.max(
            call.request().number("startTime").orElse(newest),
            exchange.exchangeMillis(exchange.scenario().prices().startMillis()));
    List<Funding> rows = new ArrayList<>();
    long time = funding.nextAfter(exchange.pathMillis(start) - 1);
    while (time != FundingRates.NEVER
        && exchange.exchangeMillis(time) <= end
        && rows.size() < limit) {
      rows.add(
          new Funding(
              exchange.scenario().account().symbol(),
              new Ratio(funding.rateE8(time)).toString(),
              exchange.exchangeMillis(time),
              price(exchange.scenario().prices().observedE8(time)),
              "Regular"));
      time = funding.nextAfter(time);
    }
    return rows;
  }

  static Object klines(Call call) {
    requireSymbol(call, call.request().required("symbol"));
    return Klines.answer(call);
  }

  private static void requireSymbol(Call call, String symbol) {
    if (!symbol.equals(call.exchange().scenario().account().symbol())) {
      throw new ApiError(400, -1121, "Invalid symbol.");
    }
  }

  static String price(long e8) {
    return new Ratio(e8).toString();
  }

  private record PremiumIndex(
      String symbol,
      String markPrice,
      String indexPrice,
      String estimatedSettlePrice,
      String lastFundingRate,
      String interestRate,
      long nextFundingTime,
      long time) {}

  private record PositionRisk(
      String symbol,
      String positionSide,
      String positionAmt,
      String markPrice,
      String unRealizedProfit,
      String marginAsset,
      String maintMargin,
      long updateTime) {}

  private record Funding(
      String symbol, String fundingRate, long fundingTime, String markPrice, String rateType) {}
}
