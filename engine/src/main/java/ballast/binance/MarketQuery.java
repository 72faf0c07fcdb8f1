package ballast.binance;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is wanted of the exchange's public history.
 *
 * @param kind which series
 * @param symbol of a USD-M perpetual, such as BTCUSDT
 * @param interval the exchange's word for a candle's length, such as 1m; funding has none and
 *     ignores it
 * @param fromMillis the first moment, epoch milliseconds
 * @param toMillis the moment after the last
 */
public record MarketQuery(
    Kind kind, String symbol, String interval, long fromMillis, long toMillis) {
  private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{2,30}");
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final Map<String, Long> INTERVALS =
      Map.ofEntries(
          Map.entry("1m", MINUTE),
          Map.entry("3m", 3 * MINUTE),
          Map.entry("5m", 5 * MINUTE),
          Map.entry("15m", 15 * MINUTE),
          Map.entry("30m", 30 * MINUTE),
          Map.entry("1h", HOUR),
          Map.entry("2h", 2 * HOUR),
          Map.entry("4h", 4 * HOUR),
          Map.entry("6h", 6 * HOUR),
          Map.entry("8h", 8 * HOUR),
          Map.entry("12h", 12 * HOUR),
          Map.entry("1d", 24 * HOUR));

  /** The series that there are. */
  public enum Kind {
    /** Candles of trades. */
    KLINES(Endpoint.KLINES),
    /** Candles of the mark price, by which the exchange liquidates. */
    MARK(Endpoint.MARK_PRICE_KLINES),
    /** What longs paid shorts, a fraction per interval. */
    FUNDING(Endpoint.FUNDING_RATE);

    final Endpoint endpoint;

    Kind(Endpoint endpoint) {
      this.endpoint = endpoint;
    }
  }

  public MarketQuery {
    if (!SYMBOL.matcher(symbol).matches()) {
      throw new IllegalArgumentException(
          "the symbol must be capital letters and digits, such as BTCUSDT, got \"" + symbol + "\"");
    }
    if (!INTERVALS.containsKey(interval)) {
      throw new IllegalArgumentException(
          "the interval must be one of "
              + "1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 6h, 8h, 12h, 1d, got \""
              + interval
              + "\"");
    }
    if (fromMillis >= toMillis) {
      throw new IllegalArgumentException("the first moment must lie before the last");
    }
  }

  /** A candle's length. */
  long intervalMillis() {
    return Objects.requireNonNull(INTERVALS.get(interval), interval);
  }

  /** The parameters of the page that begins at this time. */
  String page(long startMillis, int rows) {
    String span = "symbol=" + symbol + "&startTime=" + startMillis + "&endTime=" + (toMillis - 1);
    String candles = kind == Kind.FUNDING ? "" : "&interval=" + interval;
    return span + candles + "&limit=" + rows;
  }
}
