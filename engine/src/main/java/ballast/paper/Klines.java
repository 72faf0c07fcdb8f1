package ballast.paper;

import ballast.market.PricePath;
import ballast.paper.Endpoint.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Candles of the complete bars of a path, gathered into longer ones where they are asked for. */
final class Klines {
  private static final Pattern INTERVAL = Pattern.compile("([0-9]{1,2})([mhd])");
  private static final int DEFAULT_LIMIT = 500;
  private static final int MOST = 1_500;

  private Klines() {}

  /** The exchange's weight by the number of candles. */
  static int weight(WireRequest request) {
    long limit = request.number("limit").orElse(DEFAULT_LIMIT);
    if (limit < 100) {
      return 1;
    }
    if (limit < 500) {
      return 2;
    }
    return limit <= 1_000 ? 5 : 10;
  }

  static Object answer(Call call) {
    PaperExchange exchange = call.exchange();
    PricePath prices = exchange.scenario().prices();
    long interval = interval(call.request().required("interval"), prices.barMillis());
    long limit = Math.min(MOST, call.request().number("limit").orElse(DEFAULT_LIMIT));
    long end = exchange.pathMillis(call.request().number("endTime").orElse(call.nowMillis()));
    long complete = exchange.pathMillis(call.nowMillis());
    int last = prices.lastComplete(Math.min(end + prices.barMillis(), complete));
    OptionalLong start = call.request().number("startTime");
    long from =
        start.isPresent()
            ? bucketFrom(exchange.pathMillis(start.getAsLong()), interval)
            : newest(prices, last, interval, limit);
    return candles(exchange, interval, limit, from, last);
  }

  private static List<List<Object>> candles(
      PaperExchange exchange, long interval, long limit, long from, int last) {
    PricePath prices = exchange.scenario().prices();
    List<List<Object>> candles = new ArrayList<>();
    int bar = Math.max(0, prices.lastComplete(from + prices.barMillis() - 1) + 1);
    while (bar <= last && candles.size() < limit) {
      long bucket = prices.openTime(bar) / interval * interval;
      int first = bar;
      long high = 0;
      long low = Long.MAX_VALUE;
      for (; bar <= last && prices.openTime(bar) < bucket + interval; bar++) {
        high = Math.max(high, prices.highE8(bar));
        low = Math.min(low, prices.lowE8(bar));
      }
      long opened = exchange.exchangeMillis(bucket);
      candles.add(
          List.of(
              opened,
              MarketAnswers.price(prices.openE8(first)),
              MarketAnswers.price(high),
              MarketAnswers.price(low),
              MarketAnswers.price(prices.closeE8(bar - 1)),
              "0",
              opened + interval - 1,
              "0",
              0,
              "0",
              "0",
              "0"));
    }
    return candles;
  }

  /** The first candle that begins at this time or later. */
  private static long bucketFrom(long millis, long interval) {
    return -Math.floorDiv(-millis, interval) * interval;
  }

  /** Where the newest candles begin. */
  private static long newest(PricePath prices, int last, long interval, long limit) {
    long opened = last < 0 ? prices.startMillis() : prices.openTime(last);
    return Math.floorDiv(opened, interval) * interval - (limit - 1) * interval;
  }

  private static long interval(String text, long barMillis) {
    Matcher matcher = INTERVAL.matcher(text);
    if (!matcher.matches()) {
      throw new ApiError(400, -1120, "Invalid interval.");
    }
    long unit =
        switch (matcher.group(2)) {
          case "m" -> 60_000L;
          case "h" -> 3_600_000L;
          default -> 86_400_000L;
        };
    long interval = Long.parseLong(matcher.group(1)) * unit;
    if (interval < barMillis || interval % barMillis != 0) {
      throw new ApiError(400, -1120, "Invalid interval.");
    }
    return interval;
  }
}
