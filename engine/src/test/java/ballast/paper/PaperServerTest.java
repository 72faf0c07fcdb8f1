package ballast.paper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ch.qos.logback.classic.Level;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The paper exchange over real HTTP, by a client that shares no code with it. */
class PaperServerTest {
  private static final String BALANCE = "/sapi/v1/portfolio/earn-asset-balance";
  private static final String TRANSFER = "/sapi/v1/portfolio/earn-asset-transfer";
  private static final String IN = "asset=LDUSDT&transferType=EARN_TO_FUTURE";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final long NOW = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();

  private final PaperClock clock = PaperClock.cranked(NOW);
  private final Scenario march = Scenario.shipped("march-2020");
  private final PaperExchange account = new PaperExchange(march, NOW);
  private final PaperExchange other = new PaperExchange(march, NOW);
  private KeyPair keys;
  private PaperServer server;
  private SigningClient client;

  /** Without a configuration Logback writes down every step that Jetty takes. */
  @BeforeAll
  static void quiet() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.WARN);
    }
  }

  @BeforeEach
  void start() throws Exception {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    server =
        new PaperServer(
                List.of(
                    PaperLogin.of(account),
                    new PaperLogin(
                        "reader",
                        "unused",
                        Optional.of(keys.getPublic()),
                        Set.of(KeyPermission.READING),
                        other)),
                clock,
                Faults.none(),
                true)
            .start(0);
    client = new SigningClient(server.url(), clock, "paper", "paper-secret");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void knowsTheSignatureOfTheOfficialTestVector() {
    PaperLogin login = PaperLogin.of("key", "secretKey", account);
    WireRequest request =
        new WireRequest(
            "POST",
            TRANSFER,
            "timestamp=1736393892000&signature=x",
            "amount=1&transferType=EARN_TO_FUTURE&asset=LDUSDT",
            "key",
            "");
    String signature = "c9719eafa43f24acf6f88a78cdb65558060b8f663efd03584b400678a59c951d";

    assertThat(SignatureCheck.isGenuine(login, request.signedPayload(), signature)).isTrue();
    assertThat(
            SignatureCheck.isGenuine(
                login, request.signedPayload(), signature.toUpperCase(Locale.ROOT)))
        .isTrue();
    assertThat(SignatureCheck.isGenuine(login, request.signedPayload() + "&", signature)).isFalse();
  }

  @Test
  void answersTheTwoCoreCallsAsDocumented() throws Exception {
    HttpResponse<String> balance = client.get(BALANCE, IN);
    assertThat(balance.statusCode()).isEqualTo(200);
    assertThat(balance.body()).isEqualTo("{\"asset\":\"LDUSDT\",\"amount\":\"700000\"}");
    assertThat(balance.headers().firstValue("x-sapi-used-ip-weight-1m")).hasValue("1500");

    HttpResponse<String> moved = post("", IN + "&amount=0.1", FORM);
    assertThat(moved.body()).isEqualTo("{\"msg\":\"success\"}");
    assertThat(moved.headers().firstValue("x-sapi-used-uid-weight-1m")).hasValue("1500");
    assertThat(account.ledger())
        .containsExactly(new Movement(NOW, Direction.EARN_TO_FUTURE, Usdt.parse("0.1")));
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, ''",
    "true, false, application/json",
    "false, true, application/x-www-form-urlencoded",
    "true, true, application/x-www-form-urlencoded"
  })
  void takesParametersInQueryBodyOrBoth(boolean query, boolean body, String type) throws Exception {
    String all = "timestamp=" + NOW + "&" + IN + "&amount=5";
    HttpResponse<String> response =
        query && body
            ? post("", IN + "&amount=5", type)
            : query
                ? client.raw("POST", TRANSFER + "?" + signed(all), "", type)
                : client.raw("POST", TRANSFER, signed(all), type);

    assertThat(response.body()).isEqualTo("{\"msg\":\"success\"}");
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void letsTheQueryWinOverTheBody() throws Exception {
    assertThat(post("amount=5&", IN + "&amount=7", FORM).statusCode()).isEqualTo(200);
    assertThat(account.ledger().get(0).amount()).isEqualTo(Usdt.of(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asset=BTC&transferType=EARN_TO_FUTURE&amount=1        | 400 | -3027",
        "asset=LDUSDT&transferType=SIDEWAYS&amount=1           | 400 | -1130",
        "asset=LDUSDT&transferType=EARN_TO_FUTURE              | 400 | -1102",
        "asset=LDUSDT&transferType=EARN_TO_FUTURE&amount=      | 400 | -1102",
        "asset=LDUSDT&transferType=EARN_TO_FUTURE&amount=1e3   | 400 | -1102",
        "asset=LDUSDT&transferType=EARN_TO_FUTURE&amount=-1    | 400 | -5007",
        "asset=LDUSDT&transferType=EARN_TO_FUTURE&amount=0     | 400 | -5007",
        "asset=LDUSDT&transferType=EARN_TO_FUTURE&amount=0.123456789 | 400 | -1111",
        "asset=LDUSDT&transferType=EARN_TO_FUTURE&amount=700000.00000001 | 400 | -6012",
        "asset=LDUSDT&transferType=FUTURE_TO_EARN&amount=400000 | 400 | -3020",
        "asset=RWUSD&transferType=EARN_TO_FUTURE&amount=1      | 400 | -6012"
      })
  void refusesATransferWithTheExchangesForm(String form, int status, int code) throws Exception {
    HttpResponse<String> response = post("", form, FORM);

    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode body = SigningClient.json(response);
    assertThat(body.propertyNames()).containsExactly("code", "msg");
    assertThat(body.get("code").asInt()).isEqualTo(code);
    assertThat(account.ledger()).isEmpty();
  }

  @Test
  void holdsTimestampsToTheWindowOnItsOwnClock() throws Exception {
    assertThat(code(stamped(NOW - 5_001, ""))).isEqualTo(-1021);
    assertThat(code(stamped(NOW + 1_000, ""))).isEqualTo(-1021);
    assertThat(stamped(NOW + 999, "").statusCode()).isEqualTo(200);
    assertThat(stamped(NOW - 5_001, "&recvWindow=6000").statusCode()).isEqualTo(200);
    assertThat(code(stamped(NOW, "&recvWindow=60001"))).isEqualTo(-1131);
    clock.advance(Duration.ofHours(1));
    assertThat(code(stamped(NOW, ""))).isEqualTo(-1021);
  }

  @Test
  void refusesWrongKeysSignaturesAndPermissions() throws Exception {
    assertThat(code(client.raw("GET", BALANCE + "?" + IN + "&timestamp=" + NOW, "", "")))
        .isEqualTo(-1102);
    assertThat(
            code(
                client.raw(
                    "GET", BALANCE + "?" + IN + "&timestamp=" + NOW + "&signature=00", "", "")))
        .isEqualTo(-1022);
    SigningClient stranger = new SigningClient(server.url(), clock, "who", "x");
    assertThat(stranger.get(BALANCE, IN).statusCode()).isEqualTo(401);
    assertThat(code(stranger.get(BALANCE, IN))).isEqualTo(-2015);
    SigningClient keyless = new SigningClient(server.url(), clock, "", "x");
    assertThat(code(keyless.get(BALANCE, IN))).isEqualTo(-2014);
  }

  @Test
  void verifiesEd25519AndLetsAReaderMoveNothing() throws Exception {
    SigningClient reader = new SigningClient(server.url(), clock, "reader", "unused");
    String query = IN + "&timestamp=" + NOW;

    assertThat(
            reader
                .raw("GET", BALANCE + "?" + query + "&signature=" + ed25519(query), "", "")
                .body())
        .contains("700000");
    String all = query + "&amount=1";
    HttpResponse<String> refused =
        reader.raw("POST", TRANSFER, all + "&signature=" + ed25519(all), FORM);
    assertThat(code(refused)).isEqualTo(-2015);
    assertThat(other.ledger()).isEmpty();
  }

  @Test
  void goesFromTooManyRequestsToABanAndBack() throws Exception {
    for (int i = 0; i < 8; i++) {
      assertThat(client.get(BALANCE, IN).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> limited = client.get(BALANCE, IN);
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(code(limited)).isEqualTo(-1003);
    assertThat(limited.headers().firstValue("retry-after")).hasValue("60");
    assertThat(client.get("/sapi/v1/portfolio/account", "").statusCode())
        .as("each endpoint has its own budget")
        .isEqualTo(200);

    int status = 429;
    for (int i = 0; i < 10 && status == 429; i++) {
      status = client.get(BALANCE, IN).statusCode();
    }
    assertThat(status).isEqualTo(418);
    HttpResponse<String> banned = client.get("/sapi/v1/portfolio/account", "");
    assertThat(banned.statusCode()).isEqualTo(418);
    assertThat(banned.body()).contains("IP banned until " + (NOW + 120_000));
    assertThat(banned.headers().firstValue("retry-after")).hasValue("120");

    clock.advance(Duration.ofMinutes(2));
    assertThat(client.get(BALANCE, IN).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 0.00000001",
        "99900000000 | 999.00000000",
        "100000000000 | 1,000.00000000",
        "123456712345678 | 1,234,567.12345678",
        "-12345000000 | -123.45000000",
        "-123400000000 | -1,234.00000000"
      })
  void groupsThousandsOfTheAmountThatIsFree(long e8, String text) {
    assertThat(PortfolioAnswers.grouped(new Usdt(e8))).isEqualTo(text);
  }

  @Test
  void answersTheAccountInTheExchangesForm() throws Exception {
    JsonNode body = SigningClient.json(client.get("/sapi/v1/portfolio/account", ""));

    assertThat(body.propertyNames())
        .containsExactly(
            "uniMMR",
            "accountEquity",
            "actualEquity",
            "accountMaintMargin",
            "accountInitialMargin",
            "totalAvailableBalance",
            "accountStatus",
            "accountType");
    assertThat(body.get("accountEquity").asString()).isEqualTo("399600");
    assertThat(body.get("totalAvailableBalance").asString()).matches("299,600\\.[0-9]{8}");
    assertThat(body.get("accountStatus").asString()).isEqualTo("NORMAL");
    JsonNode row =
        SigningClient.json(client.get("/sapi/v1/portfolio/balance", "asset=LDUSDT")).get(0);
    assertThat(row.get("umWalletBalance").asString()).isEqualTo("400000");
    assertThat(row.get("cmUnrealizedPNL").asString()).isEmpty();
  }

  @Test
  void answersTieredRatesWithTheConstantOfEachTier() throws Exception {
    assertThat(client.get("/sapi/v2/portfolio/collateralRate", "").body())
        .isEqualTo(
            "[{\"asset\":\"LDUSDT\",\"collateralInfo\":["
                + "{\"tierFloor\":\"0\",\"tierCap\":\"1200000\",\"collateralRate\":\"0.999\",\"cum\":\"0\"},"
                + "{\"tierFloor\":\"1200000\",\"tierCap\":\"2000000\",\"collateralRate\":\"0.975\",\"cum\":\"28800\"}]}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sapi/v2/portfolio/account",
        "/sapi/v1/portfolio/collateralRate",
        "/sapi/v1/portfolio/asset-index-price",
        "/api/v3/time",
        "/fapi/v1/time",
        "/sapi/v1/system/status",
        "/sapi/v1/account/apiRestrictions",
        "/sapi/v1/simple-earn/flexible/position",
        "/sapi/v1/simple-earn/flexible/list",
        "/sapi/v1/simple-earn/flexible/history/rateHistory",
        "/fapi/v1/premiumIndex",
        "/fapi/v3/positionRisk",
        "/fapi/v1/fundingRate",
        "/fapi/v1/klines",
        "/fapi/v1/markPriceKlines"
      })
  void answersEveryOtherPath(String path) throws Exception {
    clock.advance(Duration.ofHours(20));
    HttpResponse<String> response =
        client.get(path, "productId=USDT001&symbol=BTCUSDT&interval=1h&limit=5");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(SigningClient.json(response).size()).isPositive();
  }

  @Test
  void gathersBarsIntoLongerCandlesOnItsOwnTime() throws Exception {
    clock.advance(Duration.ofHours(3));
    JsonNode hours =
        SigningClient.json(
            client.raw("GET", "/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=2", "", ""));
    assertThat(hours).hasSize(2);
    assertThat(hours.get(0).get(0).asLong()).isEqualTo(NOW + Duration.ofHours(1).toMillis());
    assertThat(hours.get(1).get(4).asString())
        .isEqualTo(ballast.strategy.Ratio.parse(priceNow()).toString());
    JsonNode from =
        SigningClient.json(
            client.raw(
                "GET",
                "/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=9&startTime=" + (NOW + 1),
                "",
                ""));
    assertThat(from).isEqualTo(hours);
    assertThat(code(client.raw("GET", "/fapi/v1/klines?symbol=ETHUSDT&interval=1h", "", "")))
        .isEqualTo(-1121);
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    HttpResponse<String> response = client.get("/sapi/v1/portfolio/nothing", "");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(SigningClient.json(response).get("path").asString())
        .isEqualTo("/sapi/v1/portfolio/nothing");
    assertThat(client.raw("POST", BALANCE, "", "").statusCode()).isEqualTo(404);
  }

  @Test
  void theControlPlaneShowsWhatMovedAndTurnsTheClock() throws Exception {
    post("", IN + "&amount=12.5", FORM);
    assertThat(client.raw("GET", "/paper/ledger", "", "").body())
        .isEqualTo(
            "{\"transfers\":[{\"time\":"
                + NOW
                + ",\"transferType\":\"EARN_TO_FUTURE\",\"amount\":\"12.5\"}]}");
    assertThat(client.raw("GET", "/paper/ledger?apiKey=reader", "", "").body())
        .isEqualTo("{\"transfers\":[]}");

    assertThat(control("/paper/clock", "{\"advance\":\"PT1H\"}").body())
        .isEqualTo("{\"time\":" + (NOW + 3_600_000) + ",\"speed\":0}");
    assertThat(client.raw("GET", "/api/v3/time", "", "").body())
        .isEqualTo("{\"serverTime\":" + (NOW + 3_600_000) + "}");
    assertThat(control("/paper/clock", "{\"speed\":60}").body()).contains("\"speed\":60");
    assertThat(control("/paper/clock", "{\"paused\":true}").body()).contains("\"speed\":0");
    assertThat(control("/paper/clock", "{\"paused\":false}").body()).contains("\"speed\":60");
    JsonNode state = SigningClient.json(client.raw("GET", "/paper/state", "", ""));
    assertThat(state.get("scenario").asString()).isEqualTo("march-2020");
    assertThat(state.get("ldusdtInFutures").asString()).isEqualTo("400012.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sped\":1}",
        "{\"speed\":-1}",
        "{\"speed\":\"fast\"}",
        "{\"advance\":\"soon\"}",
        "{\"advance\":\"-PT1H\"}",
        "{\"advance\":7}",
        "nothing",
        ""
      })
  void refusesAWrongTurnOfTheClock(String body) throws Exception {
    HttpResponse<String> response = control("/paper/clock", body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(clock.millis()).isEqualTo(NOW);
    assertThat(clock.speed()).isZero();
  }

  @Test
  void saysSoWhenThePortIsTaken() {
    try (PaperServer second =
        new PaperServer(List.of(PaperLogin.of(account)), clock, Faults.none(), true)) {
      assertThatThrownBy(() -> second.start(server.port()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is taken");
    }
  }

  @Test
  void withoutControlThereIsNoControlPlane() throws Exception {
    try (PaperServer closed =
        new PaperServer(List.of(PaperLogin.of(account)), clock, Faults.none(), false).start(0)) {
      SigningClient caller = new SigningClient(closed.url(), clock, "paper", "paper-secret");
      assertThat(caller.raw("GET", "/paper/ledger", "", "").statusCode()).isEqualTo(404);
      assertThat(caller.get(BALANCE, IN).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "timeout-before-effect, 504, -1007, 0",
    "timeout-after-effect, 504, -1007, 1",
    "http-5xx-before-effect, 503, -1000, 0",
    "http-5xx-after-effect, 503, -1000, 1",
    "http-429, 429, -1003, 0",
    "http-418, 418, -1003, 0"
  })
  void playsFaultsThatAnswer(String kind, int status, int code, int moved) throws Exception {
    faults(
        "{\"kind\":\"" + kind + "\",\"path\":\"earn-asset-transfer\",\"nth\":1,\"hang\":\"50ms\"}");
    HttpResponse<String> struck = post("", IN + "&amount=1", FORM);

    assertThat(struck.statusCode()).isEqualTo(status);
    assertThat(code(struck)).isEqualTo(code);
    assertThat(account.ledger()).hasSize(moved);
    assertThat(post("", IN + "&amount=1", FORM).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"reset-before-effect, 0", "reset-after-effect, 1"})
  void resetsTheConnectionForReal(String kind, int moved) throws Exception {
    faults("{\"kind\":\"" + kind + "\",\"path\":\"POST\",\"nth\":1}");

    assertThatThrownBy(() -> post("", IN + "&amount=1", FORM)).isInstanceOf(IOException.class);
    assertThat(account.ledger()).hasSize(moved);
  }

  @Test
  void garbageIsNoJsonAndTheTransferHappened() throws Exception {
    faults("{\"kind\":\"garbage\",\"nth\":1}");

    assertThat(post("", IN + "&amount=1", FORM).body()).startsWith("<html>");
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void aReadLagHidesATransferFromBalancesOnly() throws Exception {
    faults("{\"kind\":\"read-lag\",\"lag\":\"30s\"}");
    post("", IN + "&amount=1", FORM);
    String path = "/sapi/v1/simple-earn/flexible/position";

    assertThat(inEarn(client.get(path, "asset=USDT"))).isEqualTo("700000");
    clock.advance(Duration.ofSeconds(30));
    assertThat(inEarn(client.get(path, "asset=USDT"))).isEqualTo("699999");
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void answersAThousandRequestsOnOneConnection() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      byte[] request = "GET /api/v3/time HTTP/1.1\r\nHost: paper\r\n\r\n".getBytes(US_ASCII);
      DataInputStream answers =
          new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      for (int i = 0; i < 1_000; i++) {
        socket.getOutputStream().write(request);
        assertThat(answerOn(answers)).startsWith("{\"serverTime\":");
      }
    }
  }

  private static String answerOn(DataInputStream stream) throws IOException {
    int length = 0;
    for (String line = line(stream); !line.isEmpty(); line = line(stream)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
        length = Integer.parseInt(line.substring("content-length: ".length()));
      }
    }
    return new String(stream.readNBytes(length), US_ASCII);
  }

  private static String line(DataInputStream stream) throws IOException {
    StringBuilder line = new StringBuilder();
    for (char next = (char) stream.readByte(); next != '\n'; next = (char) stream.readByte()) {
      line.append(next);
    }
    return line.toString().strip();
  }

  private String priceNow() throws Exception {
    return SigningClient.json(client.raw("GET", "/paper/state", "", "")).get("price").asString();
  }

  private static String inEarn(HttpResponse<String> response) {
    return SigningClient.json(response).get("rows").get(0).get("totalAmount").asString();
  }

  private void faults(String fault) throws Exception {
    assertThat(control("/paper/faults", "{\"seed\":1,\"faults\":[" + fault + "]}").body())
        .isEqualTo("{\"seed\":1,\"faults\":1}");
  }

  private HttpResponse<String> control(String path, String body) throws Exception {
    return client.raw("POST", path, body, "application/json");
  }

  /** As the official Java client: timestamp and signature in the query, the rest in the body. */
  private HttpResponse<String> post(String inQuery, String body, String contentType)
      throws Exception {
    String query = inQuery + "timestamp=" + clock.millis();
    return client.raw(
        "POST",
        TRANSFER + "?" + query + "&signature=" + client.sign(query + body),
        body,
        contentType);
  }

  private HttpResponse<String> stamped(long timestamp, String more) throws Exception {
    return client.raw("GET", BALANCE + "?" + signed(IN + "&timestamp=" + timestamp + more), "", "");
  }

  private String signed(String form) {
    return form + "&signature=" + client.sign(form);
  }

  private String ed25519(String payload) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(payload.getBytes(StandardCharsets.UTF_8));
    return URLEncoder.encode(
        Base64.getEncoder().encodeToString(signature.sign()), StandardCharsets.UTF_8);
  }

  private static int code(HttpResponse<String> response) {
    return SigningClient.json(response).get("code").asInt();
  }
}
