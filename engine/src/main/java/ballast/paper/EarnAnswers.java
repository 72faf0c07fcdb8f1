package ballast.paper;

import ballast.paper.Endpoint.Call;
import ballast.strategy.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bodies of {@code /sapi/v1/simple-earn/flexible}: the one product that LDUSDT stands for. */
final class EarnAnswers {
  private static final String PRODUCT = "USDT001";
  private static final long DAY_MILLIS = 86_400_000;
  private static final int MOST_RATES = 100;

  private final FaultSwitch faults;

  EarnAnswers(FaultSwitch faults) {
    this.faults = faults;
  }

  Object position(Call call) {
    if (isOther(call)) {
      return new Page<>(List.of(), 0);
    }
    PaperState state = call.exchange().state(faults.faults().readLagMillis());
    String earned = call.exchange().ldusdtInterest().toString();
    return new Page<>(
        List.of(
            new Position(
                state.ldusdtInEarn().toString(),
                Map.of(),
                apr(call.exchange(), call.nowMillis()),
                "0",
                "USDT",
                "",
                true,
                "0",
                PRODUCT,
                "0",
                "0",
                earned,
                earned,
                false)),
        1);
  }

  Object list(Call call) {
    if (isOther(call)) {
      return new Page<>(List.of(), 0);
    }
    return new Page<>(
        List.of(
            new Product(
                "USDT",
                apr(call.exchange(), call.nowMillis()),
                Map.of(),
                "0",
                true,
                true,
                false,
                true,
                "0.10000000",
                PRODUCT,
                0,
                "PURCHASING")),
        1);
  }

  Object rateHistory(Call call) {
    if (!call.request().required("productId").equals(PRODUCT)) {
      return new RatePage(List.of(), "0");
    }
    boolean daily = !call.request().parameter("aprPeriod").orElse("DAY").equals("YEAR");
    long end =
        Math.min(call.request().number("endTime").orElse(call.nowMillis()), call.nowMillis());
    long start =
        Math.max(
            call.request().number("startTime").orElse(end - 30 * DAY_MILLIS),
            end - MOST_RATES * DAY_MILLIS);
    List<Rate> rows = new ArrayList<>();
    for (long time = end; time >= start; time -= DAY_MILLIS) {
      long apr = aprE8(call.exchange(), time);
      rows.add(new Rate(PRODUCT, "USDT", new Ratio(daily ? apr / 365 : apr).toString(), time));
    }
    return new RatePage(rows, Integer.toString(rows.size()));
  }

  private static boolean isOther(Call call) {
    return !call.request().parameter("asset").orElse("USDT").equals("USDT")
        || !call.request().parameter("productId").orElse(PRODUCT).equals(PRODUCT);
  }

  private static String apr(PaperExchange exchange, long millis) {
    return new Ratio(aprE8(exchange, millis)).toString();
  }

  private static long aprE8(PaperExchange exchange, long millis) {
    return exchange.scenario().apr().aprE8(exchange.pathMillis(millis));
  }

  private record Page<T>(List<T> rows, int total) {}

  private record RatePage(List<Rate> rows, String total) {}

  private record Rate(String productId, String asset, String annualPercentageRate, long time) {}

  private record Position(
      String totalAmount,
      Map<String, String> tierAnnualPercentageRate,
      String latestAnnualPercentageRate,
      String yesterdayAirdropPercentageRate,
      String asset,
      String airDropAsset,
      boolean canRedeem,
      String collateralAmount,
      String productId,
      String yesterdayRealTimeRewards,
      String cumulativeBonusRewards,
      String cumulativeRealTimeRewards,
      String cumulativeTotalRewards,
      boolean autoSubscribe) {}

  private record Product(
      String asset,
      String latestAnnualPercentageRate,
      Map<String, String> tierAnnualPercentageRate,
      String airDropPercentageRate,
      boolean canPurchase,
      boolean canRedeem,
      boolean isSoldOut,
      boolean hot,
      String minPurchaseAmount,
      String productId,
      long subscriptionStartTime,
      String status) {}
}
