package ballast.binance;

import ballast.venue.Reading;
import ballast.venue.VenueFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * The exchange's public history of USD-M futures, page by page. No key is sent. It keeps to half of
 * the exchange's limit by waiting, and asks again when an answer does not come. For one thread.
 *
 * @see <a href="https://developers.binance.com/docs/derivatives/usds-margined-futures">Binance:
 *     USD-M futures, market data</a>
 */
public final class MarketData {
  /** What one call brings at most; with it a row costs least weight. */
  static final int PAGE = 1_000;

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
  private static final int CANDLE_VALUES = 5;
  private static final int CANDLE_END = 6;
  private static final String ACCOUNT = "";
  private static final long STEP_MILLIS = 1_000;

  /** A minute's weight is free again after a minute, and a short pause over. */
  private static final int MOST_STEPS = 65;

  private static final int TRIES = 3;

  private final HttpUrl base;
  private final OkHttpClient client;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final WeightBudget budget;
  private final LongConsumer pause;

  /**
   * One row of a series.
   *
   * @param timeMillis when its candle opened, or funding was exchanged
   * @param values open, high, low, close, volume of a candle; the rate of a funding; decimals as
   *     the exchange wrote them
   */
  public record Row(long timeMillis, List<String> values) {}

  /**
   * @param base of the exchange's futures, or of a paper exchange on this machine
   * @param pause waits so many milliseconds
   * @throws IllegalArgumentException when the address is neither
   */
  public MarketData(URI base, InstantSource clock, LongSupplier nanoTime, LongConsumer pause) {
    Hosts.requireMarketData(base);
    this.base = HttpUrl.get(base.toString());
    this.client = Clients.to(this.base, Timeouts.DEFAULT, Dns.SYSTEM).readings();
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.budget = new WeightBudget(clock);
    this.pause = pause;
  }

  /** The exchange's time, epoch milliseconds. */
  public Reading<Long> time() {
    return get(Endpoint.FUTURES_TIME, "", root -> Fields.of(root, "time").time("serverTime"));
  }

  /**
   * The next rows of a series, in order and at most a thousand; none when it has no more.
   *
   * @param startMillis the first moment wanted
   */
  public Reading<List<Row>> page(MarketQuery query, long startMillis) {
    return get(
        query.kind().endpoint,
        query.page(startMillis, PAGE),
        root -> {
          List<Row> rows =
              query.kind() == MarketQuery.Kind.FUNDING ? fundings(root) : candles(root, query);
          requireOrder(rows, startMillis, query.toMillis());
          return rows;
        });
  }

  private static List<Row> candles(Json root, MarketQuery query) throws MalformedAnswer {
    List<Row> rows = new ArrayList<>();
    for (Json row : array(root, "klines")) {
      List<Json> cells = array(row, "a kline");
      if (cells.size() <= CANDLE_END) {
        throw new MalformedAnswer("a kline has " + cells.size() + " values");
      }
      List<String> values = new ArrayList<>();
      for (Json cell : cells.subList(1, 1 + CANDLE_VALUES)) {
        values.add(decimal(cell));
      }
      long opened = Long.parseLong(decimal(cells.get(0)));
      if (Long.parseLong(decimal(cells.get(CANDLE_END))) != opened + query.intervalMillis() - 1) {
        throw new MalformedAnswer("a kline of another length than " + query.interval());
      }
      rows.add(new Row(opened, List.copyOf(values)));
    }
    return rows;
  }

  private static List<Row> fundings(Json root) throws MalformedAnswer {
    List<Row> rows = new ArrayList<>();
    for (Fields row : Fields.rows(root, "fundingRate")) {
      long time = row.count("fundingTime");
      rows.add(new Row(time, List.of(decimal(new Json.Text(row.text("fundingRate"))))));
    }
    return rows;
  }

  private static List<Json> array(Json json, String what) throws MalformedAnswer {
    if (!(json instanceof Json.Rows rows)) {
      throw new MalformedAnswer(what + " is not an array");
    }
    return rows.values();
  }

  private static String decimal(Json cell) throws MalformedAnswer {
    String written =
        cell instanceof Json.Text text
            ? text.value()
            : cell instanceof Json.Digits digits ? digits.written() : "";
    if (!DECIMAL.matcher(written).matches()) {
      throw new MalformedAnswer("a value that is no plain decimal");
    }
    return written;
  }

  /** Rows that stand still or go back would make the paging endless. */
  private static void requireOrder(List<Row> rows, long startMillis, long toMillis)
      throws MalformedAnswer {
    long before = startMillis - 1;
    for (Row row : rows) {
      if (row.timeMillis() <= before || row.timeMillis() >= toMillis) {
        throw new MalformedAnswer("rows that are out of order or were not asked for");
      }
      before = row.timeMillis();
    }
  }

  private <T> Reading<T> get(Endpoint endpoint, String parameters, Calls.Shape<T> shape) {
    Reading<T> reading = once(endpoint, parameters, shape);
    for (int tried = 1; tried < TRIES && isLost(reading); tried++) {
      pause.accept(tried * STEP_MILLIS);
      reading = once(endpoint, parameters, shape);
    }
    return reading;
  }

  private static boolean isLost(Reading<?> reading) {
    return reading.match(got -> false, failure -> failure.kind() == Kind.UNREACHABLE);
  }

  private <T> Reading<T> once(Endpoint endpoint, String parameters, Calls.Shape<T> shape) {
    Optional<String> refusal = budget.refusal(endpoint, ACCOUNT);
    for (int waited = 0; refusal.isPresent() && waited < MOST_STEPS; waited++) {
      pause.accept(STEP_MILLIS);
      refusal = budget.refusal(endpoint, ACCOUNT);
    }
    Sent sent = refusal.isPresent() ? new Sent.Withheld(refusal.get()) : sent(endpoint, parameters);
    return Calls.understood(endpoint, sent, shape);
  }

  private Sent sent(Endpoint endpoint, String parameters) {
    Attempt attempt = new Attempt(clock, nanoTime);
    HttpUrl url =
        base.newBuilder()
            .encodedPath(endpoint.path)
            .encodedQuery(parameters.isEmpty() ? null : parameters)
            .build();
    Request request =
        new Request.Builder()
            .url(url)
            .tag(Attempt.class, attempt)
            .header("Accept-Encoding", "identity")
            .header("User-Agent", "ballast")
            .build();
    try (Response response = client.newCall(request).execute()) {
      BufferedSource body = response.body().source();
      if (body.request(endpoint.maxBytes() + 1L)) {
        return new Sent.Lost(
            Sent.Loss.BROKEN_ANSWER, "the answer is longer than " + endpoint.maxBytes() + " bytes");
      }
      String text = body.readUtf8();
      learn(endpoint, response, text);
      return new Sent.Answer(response.code(), text, attempt.trip());
    } catch (IOException e) {
      return new Sent.Lost(
          Sent.Loss.NO_ANSWER,
          ExchangeError.oneLine(e.getClass().getSimpleName() + " " + e.getMessage()));
    }
  }

  private void learn(Endpoint endpoint, Response response, String text) {
    int status = response.code();
    int code = status == 200 ? 0 : ExchangeError.parse(text).map(ExchangeError::code).orElse(0);
    budget.learn(endpoint, ACCOUNT, status, code, LimitSignals.of(response.headers(), text));
  }
}
