package ballast.paper;

import static ballast.paper.ServedExchange.NOW;
import static ballast.paper.ServedExchange.code;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the paper exchange answers, in the exchange's form. */
class PaperServerAnswersTest {
  @AutoClose private final ServedExchange paper = new ServedExchange();

  @Test
  void answersTheAccountInTheExchangesForm() throws Exception {
    JsonNode body = SigningClient.json(paper.client.get("/sapi/v1/portfolio/account", ""));

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
        SigningClient.json(paper.client.get("/sapi/v1/portfolio/balance", "asset=LDUSDT")).get(0);
    assertThat(row.get("umWalletBalance").asString()).isEqualTo("400000");
    assertThat(row.get("cmUnrealizedPNL").asString()).isEmpty();
  }

  @Test
  void answersTieredRatesWithTheConstantOfEachTier() throws Exception {
    assertThat(paper.client.get("/sapi/v2/portfolio/collateralRate", "").body())
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
    paper.clock.advance(Duration.ofHours(20));
    HttpResponse<String> response =
        paper.client.get(path, "productId=USDT001&symbol=BTCUSDT&interval=1h&limit=5");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(SigningClient.json(response).size()).isPositive();
  }

  @Test
  void gathersBarsIntoLongerCandlesOnItsOwnTime() throws Exception {
    paper.clock.advance(Duration.ofHours(3));
    JsonNode hours =
        SigningClient.json(
            paper.client.raw("GET", "/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=2", "", ""));
    assertThat(hours).hasSize(2);
    assertThat(hours.get(0).get(0).asLong()).isEqualTo(NOW + Duration.ofHours(1).toMillis());
    assertThat(hours.get(1).get(4).asString()).isEqualTo(Ratio.parse(priceNow()).toString());
    JsonNode from =
        SigningClient.json(
            paper.client.raw(
                "GET",
                "/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=9&startTime=" + (NOW + 1),
                "",
                ""));
    assertThat(from).isEqualTo(hours);
    assertThat(code(paper.client.raw("GET", "/fapi/v1/klines?symbol=ETHUSDT&interval=1h", "", "")))
        .isEqualTo(-1121);
  }

  private String priceNow() throws Exception {
    return SigningClient.json(paper.client.raw("GET", "/paper/state", "", ""))
        .get("price")
        .asString();
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
}
