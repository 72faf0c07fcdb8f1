package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.binance.MarketQuery.Kind;
import ballast.venue.VenueFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarketDataTest {
  private static final long START = 1_704_067_200_000L;
  private static final MarketQuery QUERY =
      new MarketQuery(Kind.KLINES, "BTCUSDT", "1m", START, START + 86_400_000L);
  private static final String CANDLE =
      """
      [1704067200000,"42314.00","42335.80","42289.60","42331.90","289.641",1704067259999,\
      "12256155.31",3310,"175.211","7414459.12","0"]\
      """;

  private final HandClock clock = new HandClock();
  private ScriptedExchange exchange;
  private MarketData data;
  private long pausedMillis;

  @BeforeEach
  void start() throws IOException {
    exchange = new ScriptedExchange();
    data =
        new MarketData(
            exchange.base(),
            clock,
            clock::nanoTime,
            millis -> {
              pausedMillis += millis;
              clock.advance(Duration.ofMillis(millis));
            });
  }

  @AfterEach
  void stop() throws IOException {
    exchange.close();
  }

  @Test
  void readsACandleAsItIsWritten() {
    exchange.on(Endpoint.KLINES, ScriptedExchange.json("[" + CANDLE + "]"));
    assertThat(Desk.got(data.page(QUERY, START)))
        .containsExactly(
            new MarketData.Row(
                START, List.of("42314.00", "42335.80", "42289.60", "42331.90", "289.641")));
    ScriptedExchange.Request request = exchange.requests(Endpoint.KLINES).get(0);
    assertThat(request.parameters())
        .isEqualTo(
            "symbol=BTCUSDT&startTime=1704067200000&endTime=1704153599999&interval=1m&limit=1000");
    assertThat(request.header("X-MBX-APIKEY")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[[]]",
        "[[1704067200000,\"x\",\"1\",\"1\",\"1\",\"1\",1704067259999]]",
        "[[1704067200000,\"1\",\"1\",\"1\",\"1\",\"1\",1704070799999]]",
        "[[1704067140000,\"1\",\"1\",\"1\",\"1\",\"1\",1704067199999]]",
        "[[1704153600000,\"1\",\"1\",\"1\",\"1\",\"1\",1704153659999]]"
      })
  void refusesWhatIsNoPageOfTheSeries(String answer) {
    exchange.on(Endpoint.KLINES, ScriptedExchange.json(answer));
    assertThat(Desk.failure(data.page(QUERY, START)).kind()).isEqualTo(VenueFailure.Kind.MALFORMED);
  }

  @Test
  void refusesRowsThatStandStill() {
    exchange.on(Endpoint.KLINES, ScriptedExchange.json("[" + CANDLE + "," + CANDLE + "]"));
    assertThat(Desk.failure(data.page(QUERY, START)).kind()).isEqualTo(VenueFailure.Kind.MALFORMED);
  }

  @Test
  void waitsForTheNextMinuteWhenItsShareIsUsedUp() {
    exchange.on(Endpoint.KLINES, ScriptedExchange.json("[]"));
    for (int page = 0; page < 240; page++) {
      Desk.got(data.page(QUERY, START));
    }
    assertThat(pausedMillis).isZero();
    Desk.got(data.page(QUERY, START));
    assertThat(pausedMillis).isBetween(55_000L, 61_000L);
  }

  @Test
  void asksAgainWhenAnAnswerDoesNotCome() {
    int[] asked = {0};
    exchange.on(
        Endpoint.FUTURES_TIME,
        (socket, out) ->
            asked[0]++ == 0
                ? ScriptedExchange.status("503 Unavailable", "", "").answer(socket, out)
                : Desk.time(START).answer(socket, out));
    assertThat(Desk.got(data.time())).isEqualTo(START);
    assertThat(asked[0]).isEqualTo(2);
    assertThat(pausedMillis).isEqualTo(1_000);
  }

  @Test
  void asksNothingMoreUnderABan() {
    exchange.on(
        Endpoint.KLINES,
        ScriptedExchange.status(
            "418 I'm a teapot", "Retry-After: 7200\r\n", "{\"code\":-1003,\"msg\":\"banned\"}"));
    assertThat(Desk.failure(data.page(QUERY, START)).kind()).isEqualTo(VenueFailure.Kind.THROTTLED);
    VenueFailure again = Desk.failure(data.page(QUERY, START));
    assertThat(again.detail()).contains("banned this IP");
    assertThat(exchange.requests()).hasSize(1);
  }
}
