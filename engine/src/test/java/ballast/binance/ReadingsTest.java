package ballast.binance;

import static ballast.binance.ScriptedExchange.drip;
import static ballast.binance.ScriptedExchange.hang;
import static ballast.binance.ScriptedExchange.hangUp;
import static ballast.binance.ScriptedExchange.json;
import static ballast.binance.ScriptedExchange.raw;
import static ballast.binance.ScriptedExchange.reset;
import static ballast.binance.ScriptedExchange.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.VenueFailure;
import ballast.venue.VenueFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the exchange's documented answers, and that nothing else is taken for one. */
final class ReadingsTest {
  private final Desk desk = new Desk();

  ReadingsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  private static <T> T got(Reading<T> reading) {
    return reading.match(
        value -> value,
        failure -> {
          throw new AssertionError("failed: " + failure);
        });
  }

  private static VenueFailure failure(Reading<?> reading) {
    return reading.match(
        value -> {
          throw new AssertionError("got " + value);
        },
        failure -> failure);
  }

  @Test
  void readsTheDocumentedAccountWithItsCommaAndItsEmptyText() {
    assertThat(got(desk.venue.account()))
        .isEqualTo(
            new AccountSnapshot(
                HandClock.START,
                Usdt.parse("122607.35137903"),
                Usdt.parse("142607.35137903"),
                Usdt.parse("23.72469206"),
                Ratio.parse("5167.92171923"),
                AccountStatus.NORMAL,
                Usdt.parse("500.25")));
  }

  @Test
  void tellsOfEveryCallThatWentOut() {
    desk.venue.account();

    assertThat(desk.calls)
        .extracting(ApiCall::method, ApiCall::path, ApiCall::httpStatus, ApiCall::weight)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("GET", "/api/v3/time", 200, 1),
            org.assertj.core.groups.Tuple.tuple("GET", "/sapi/v1/portfolio/account", 200, 5),
            org.assertj.core.groups.Tuple.tuple("GET", "/sapi/v1/portfolio/balance", 200, 20));
  }

  @Test
  void keepsItsConnectionBetweenReadings() {
    for (int i = 0; i < 5; i++) {
      got(desk.venue.account());
    }
    assertThat(desk.exchange.connections()).isEqualTo(1);
  }

  @Test
  void sendsTheKeyToNoEndpointThatDoesNotAskForIt() {
    desk.venue.serverTime();
    desk.venue.systemStatus();

    assertThat(desk.exchange.requests())
        .hasSize(2)
        .allMatch(request -> request.header("X-MBX-APIKEY").isEmpty());
  }

  @Test
  void signsTheQueryExactlyAsItIsSent() {
    got(desk.venue.transferable(Direction.FUTURE_TO_EARN));

    String query = desk.exchange.requests(Endpoint.EARN_ASSET_BALANCE).get(0).parameters();
    String payload =
        "asset=LDUSDT&transferType=FUTURE_TO_EARN&recvWindow=5000&timestamp=" + HandClock.START;
    assertThat(query).isEqualTo(payload + "&signature=" + Desk.signer().sign(payload, ""));
  }

  @Test
  void stampsByTheExchangesClock() {
    desk.exchange.on(Endpoint.TIME, Desk.time(HandClock.START + 7_777));

    desk.venue.account();

    assertThat(desk.exchange.requests(Endpoint.ACCOUNT).get(0).parameters())
        .contains("timestamp=" + (HandClock.START + 7_777) + "&");
  }

  @Test
  void readsASpanAccountByTheSecondVersion() {
    String span = Desk.ACCOUNT.replace("PM_1", "PM_3");
    desk.exchange.on(Endpoint.ACCOUNT, json(span)).on(Endpoint.ACCOUNT_SPAN, json(span));

    got(desk.venue.account());
    got(desk.venue.account());

    assertThat(desk.exchange.requests(Endpoint.ACCOUNT)).hasSize(1);
    assertThat(desk.exchange.requests(Endpoint.ACCOUNT_SPAN)).hasSize(2);
    got(desk.venue(desk.access.withSpan()).account());
    assertThat(desk.exchange.requests(Endpoint.ACCOUNT)).hasSize(1);
  }

  @Test
  void refusesARetailAccount() {
    desk.exchange.on(Endpoint.ACCOUNT, json(Desk.ACCOUNT.replace("PM_1", "PM_2")));

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(Kind.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"asset\":\"USDT\",\"umWalletBalance\":\"5\"}]"})
  void takesAMissingRowForZero(String body) {
    desk.exchange.on(Endpoint.BALANCE, json(body));

    assertThat(got(desk.venue.account()).ldusdtInFutures()).isEqualTo(Usdt.ZERO);
  }

  @Test
  void readsTransferableWithItsTiersInOrder() {
    assertThat(got(desk.venue.transferable(Direction.EARN_TO_FUTURE)))
        .isEqualTo(
            new Transferable(
                Direction.EARN_TO_FUTURE,
                Usdt.parse("0.55"),
                new Collateral(
                    Ratio.parse("0.9998"),
                    List.of(
                        new Collateral.Tier(Usdt.ZERO, Usdt.of(1_200_000), Ratio.parse("0.999")),
                        new Collateral.Tier(
                            Usdt.of(1_200_000), Usdt.of(2_000_000), Ratio.parse("0.975"))))));
  }

  @Test
  void asksForTiersHourlyAndForThePriceEveryFiveMinutes() {
    for (int minute = 0; minute < 61; minute++) {
      got(desk.venue.transferable(Direction.EARN_TO_FUTURE));
      clockForward();
    }
    assertThat(desk.exchange.requests(Endpoint.COLLATERAL_RATE)).hasSize(2);
    assertThat(desk.exchange.requests(Endpoint.ASSET_INDEX_PRICE)).hasSize(13);
  }

  private void clockForward() {
    desk.clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void spendsNo1500WithoutKnowingTheCollateral() {
    desk.exchange.on(Endpoint.COLLATERAL_RATE, json("[]"));

    assertThat(failure(desk.venue.transferable(Direction.EARN_TO_FUTURE)).kind())
        .isEqualTo(Kind.MALFORMED);
    assertThat(desk.exchange.requests(Endpoint.EARN_ASSET_BALANCE)).isEmpty();
  }

  @Test
  void readsALargeTierTable() {
    String other =
        "{\"asset\":\"X%d\",\"collateralInfo\":[{\"tierFloor\":\"0.0000\",\"tierCap\":\"1000.0000\",\"collateralRate\":\"1.0000\",\"cum\":\"0.0000\"}]},";
    StringBuilder table = new StringBuilder("[");
    for (int i = 0; i < 2_000; i++) {
      table.append(other.formatted(i));
    }
    desk.exchange.on(Endpoint.COLLATERAL_RATE, json(table + Desk.COLLATERAL.strip().substring(1)));

    got(desk.venue.transferable(Direction.EARN_TO_FUTURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"asset\":\"RWUSD\",\"amount\":\"1\"}",
        "{\"asset\":\"LDUSDT\"}",
        "{\"amount\":\"1\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":null}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":true}",
        "{\"asset\":\"LDUSDT\",\"amount\":[\"1\"]}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"-1\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"+1\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1,000\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\" 1\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\".5\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1e5\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1e999999999\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":1e999999999}",
        "{\"asset\":\"LDUSDT\",\"amount\":1e-999999999}",
        "{\"asset\":\"LDUSDT\",\"amount\":1e99999999999}",
        "{\"asset\":\"LDUSDT\",\"amount\":NaN}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"NaN\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"999999999999999999\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1\",\"amount\":\"2\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1\"} {}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1\"",
        "[{\"asset\":\"LDUSDT\",\"amount\":\"1\"}]",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1\",\"x\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}",
        "<html>hello</html>",
        "null",
        ""
      })
  void refusesATransferableThatIsNotAsDocumented(String body) {
    desk.exchange.on(Endpoint.EARN_ASSET_BALANCE, json(body));

    assertThat(failure(desk.venue.transferable(Direction.EARN_TO_FUTURE)).kind())
        .isEqualTo(Kind.MALFORMED);
  }

  @Test
  void refusesANumberOf500Digits() {
    for (String quote : List.of("\"", "")) {
      desk.exchange.on(
          Endpoint.EARN_ASSET_BALANCE,
          json("{\"asset\":\"LDUSDT\",\"amount\":" + quote + "9".repeat(500) + quote + "}"));
      assertThat(failure(desk.venue.transferable(Direction.EARN_TO_FUTURE)).kind())
          .isEqualTo(Kind.MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"12.5\"", "12.5", "\"12.500000001\"", "\"12.5\",\"new\":{\"x\":null}"})
  void acceptsTheNumberFormAFurtherDecimalAndAFurtherField(String amount) {
    desk.exchange.on(
        Endpoint.EARN_ASSET_BALANCE, json("{\"asset\":\"LDUSDT\",\"amount\":" + amount + "}"));

    assertThat(got(desk.venue.transferable(Direction.EARN_TO_FUTURE)).amount())
        .isEqualTo(Usdt.parse("12.5"));
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        arguments("5167.92171923", "5100.0", Kind.MALFORMED),
        arguments("5167.92171923", "5194.0", Kind.MALFORMED),
        arguments("5167.92171923", "5150.0", null),
        arguments("5167.92171923", "5190.0", null),
        arguments("122607.35137903", "-5.0", Kind.MALFORMED),
        arguments(
            "\"accountMaintMargin\":\"23.72469206\"",
            "\"accountMaintMargin\":\"-1\"",
            Kind.MALFORMED),
        arguments(
            "\"accountMaintMargin\":\"23.72469206\"",
            "\"accountMaintMargin\":\"0.00000000\"",
            null),
        arguments(
            "\"accountEquity\":\"122607.35137903\"", "\"accountEquity\":\"\"", Kind.MALFORMED),
        arguments(
            "\"accountEquity\":\"122607.35137903\"",
            "\"accountEquity\":\"122,607.35137903\"",
            Kind.MALFORMED),
        arguments("NORMAL", "FINE", Kind.MALFORMED),
        arguments("PM_1", "PM_9", Kind.MALFORMED));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("contradictions")
  void refusesAnAccountThatContradictsItself(
      String from, String to, @org.jspecify.annotations.Nullable Kind expected) {
    assertThat(Desk.ACCOUNT).contains(from);
    desk.exchange.on(Endpoint.ACCOUNT, json(Desk.ACCOUNT.replace(from, to)));

    assertThat(desk.venue.account().<Object>match(got -> "got", VenueFailure::kind))
        .isEqualTo(expected == null ? "got" : expected);
  }

  @Test
  void readsAnAccountWithoutMarginWhateverItsUniMmr() {
    String flat = Desk.ACCOUNT.replace("\"23.72469206\"", "\"0\"");
    for (String endless : List.of("0", "99999999999", "999999999999999999999")) {
      desk.exchange.on(Endpoint.ACCOUNT, json(flat.replace("5167.92171923", endless)));
      assertThat(got(desk.venue.account()).maintenanceMargin()).isEqualTo(Usdt.ZERO);
    }
    assertThat(got(desk.venue.account()).uniMmr()).isEqualTo(new Ratio(Long.MAX_VALUE));
  }

  @Test
  void readsAnAccountWithNegativeEquity() {
    desk.exchange.on(
        Endpoint.ACCOUNT,
        json(
            Desk.ACCOUNT
                .replace("122607.35137903", "-5.5")
                .replace("5167.92171923", "-0.23182598")
                .replace("NORMAL", "BANKRUPTED")));

    assertThat(got(desk.venue.account()).equity()).isEqualTo(Usdt.parseSigned("-5.5"));
  }

  @Test
  void addsUpTheFlexiblePosition() {
    desk.exchange.on(
        Endpoint.FLEXIBLE_POSITION,
        json(
            "{\"rows\":[{\"asset\":\"USDT\",\"totalAmount\":\"75.46\"},{\"asset\":\"USDT\",\"totalAmount\":\"0.04\"}],\"total\":\"2\"}"));

    assertThat(got(desk.venue.holdings()))
        .isEqualTo(new Holdings(HandClock.START, Usdt.parse("75.5"), Usdt.parse("500.25")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rows\":[],\"total\":1}",
        "{\"rows\":[{\"asset\":\"BTC\",\"totalAmount\":\"1\"}],\"total\":1}",
        "{\"rows\":{},\"total\":0}",
        "{\"total\":0}"
      })
  void refusesAPositionThatIsIncompleteOrOfAnotherAsset(String body) {
    desk.exchange.on(Endpoint.FLEXIBLE_POSITION, json(body));

    assertThat(failure(desk.venue.holdings()).kind()).isEqualTo(Kind.MALFORMED);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(hangUp(), Kind.UNREACHABLE),
        arguments(reset(), Kind.UNREACHABLE),
        arguments(hang(), Kind.UNREACHABLE),
        arguments(drip(Desk.ACCOUNT), Kind.UNREACHABLE),
        arguments(raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"), Kind.MALFORMED),
        arguments(json("x".repeat(70_000)), Kind.MALFORMED),
        arguments(json("<html>"), Kind.MALFORMED),
        arguments(status("302 Found", "Location: http://localhost:1/\r\n", ""), Kind.MALFORMED),
        arguments(status("400 Bad Request", "", "<html>"), Kind.MALFORMED),
        arguments(status("400 Bad Request", "", "{\"code\":-1102,\"msg\":\"x\"}"), Kind.REFUSED),
        arguments(
            status("400 Bad Request", "", "{\"code\":-1000,\"msg\":\"x\"}"), Kind.UNREACHABLE),
        arguments(status("400 Bad Request", "", "{\"code\":-2015,\"msg\":\"x\"}"), Kind.FORBIDDEN),
        arguments(status("401 Unauthorized", "", "{\"code\":-2014,\"msg\":\"x\"}"), Kind.FORBIDDEN),
        arguments(status("401 Unauthorized", "WWW-Authenticate: Basic\r\n", ""), Kind.FORBIDDEN),
        arguments(status("403 Forbidden", "", "<html>"), Kind.THROTTLED),
        arguments(status("451 Unavailable", "", ""), Kind.FORBIDDEN),
        arguments(status("408 Request Timeout", "", ""), Kind.UNREACHABLE),
        arguments(status("418 Banned", "", ""), Kind.THROTTLED),
        arguments(status("429 Too Many", "Retry-After: 0\r\n", ""), Kind.THROTTLED),
        arguments(status("500 Error", "", ""), Kind.UNREACHABLE),
        arguments(status("503 Busy", "Retry-After: 0\r\n", ""), Kind.UNREACHABLE));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void failsAsAValueAndAsksOnce(ScriptedExchange.Reply fault, Kind kind) {
    desk.exchange.on(Endpoint.ACCOUNT, fault);

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(kind);
    assertThat(desk.exchange.requests(Endpoint.ACCOUNT)).hasSize(1);
    assertThat(desk.exchange.requests(Endpoint.BALANCE)).isEmpty();
  }

  @Test
  void recordsTheStatusAndTheCodeOfARefusal() {
    desk.exchange.on(
        Endpoint.ACCOUNT, status("400 Bad Request", "", "{\"code\":-2015,\"msg\":\"Invalid\"}"));

    assertThat(failure(desk.venue.account()).detail())
        .isEqualTo("GET /sapi/v1/portfolio/account: HTTP 400 -2015 Invalid");
    assertThat(desk.calls).last().matches(c -> c.httpStatus() == 400 && c.code() == -2015);
  }

  @Test
  void makesNoCallDuringABan() {
    desk.exchange.on(Endpoint.ACCOUNT, status("418 Banned", "Retry-After: 600\r\n", ""));
    desk.venue.account();
    int before = desk.exchange.requests().size();

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure(desk.venue.serverTime()).kind()).isEqualTo(Kind.THROTTLED);
    assertThat(desk.exchange.requests()).hasSize(before);
  }

  @Test
  void asksOnceMoreAfterARefusedTimestampAndNotAThirdTime() {
    desk.exchange.on(
        Endpoint.ACCOUNT, status("400 Bad Request", "", "{\"code\":-1021,\"msg\":\"x\"}"));

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(Kind.REFUSED);
    assertThat(desk.exchange.requests(Endpoint.ACCOUNT)).hasSize(2);
    assertThat(desk.exchange.requests(Endpoint.TIME)).hasSize(2);
  }

  @Test
  void isNotImpressedByAGzipBomb() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 64; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    desk.exchange.on(
        Endpoint.ACCOUNT,
        (socket, out) -> {
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                      + bomb.size()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
          bomb.writeTo(out);
          return true;
        });

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(Kind.MALFORMED);
  }
}
