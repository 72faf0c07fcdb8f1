package ballast.paper;

import static ballast.paper.ServedExchange.BALANCE;
import static ballast.paper.ServedExchange.FORM;
import static ballast.paper.ServedExchange.IN;
import static ballast.paper.ServedExchange.NOW;
import static ballast.paper.ServedExchange.TRANSFER;
import static ballast.paper.ServedExchange.code;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Transfers on the paper exchange, in every form that the exchange takes or refuses. */
class PaperServerTransfersTest {
  @AutoClose private final ServedExchange paper = new ServedExchange();

  @Test
  void answersTheTwoCoreCallsAsDocumented() throws Exception {
    HttpResponse<String> balance = paper.client.get(BALANCE, IN);
    assertThat(balance.statusCode()).isEqualTo(200);
    assertThat(balance.body()).isEqualTo("{\"asset\":\"LDUSDT\",\"amount\":\"700000\"}");
    assertThat(balance.headers().firstValue("x-sapi-used-ip-weight-1m")).hasValue("1500");

    HttpResponse<String> moved = paper.moveIn("0.1");
    assertThat(moved.body()).isEqualTo("{\"msg\":\"success\"}");
    assertThat(moved.headers().firstValue("x-sapi-used-uid-weight-1m")).hasValue("1500");
    assertThat(paper.account.ledger())
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
            ? paper.post("", IN + "&amount=5", type)
            : query
                ? paper.client.raw("POST", TRANSFER + "?" + paper.signed(all), "", type)
                : paper.client.raw("POST", TRANSFER, paper.signed(all), type);

    assertThat(response.body()).isEqualTo("{\"msg\":\"success\"}");
    assertThat(paper.account.ledger()).hasSize(1);
  }

  @Test
  void letsTheQueryWinOverTheBody() throws Exception {
    assertThat(paper.post("amount=5&", IN + "&amount=7", FORM).statusCode()).isEqualTo(200);
    assertThat(paper.account.ledger().get(0).amount()).isEqualTo(Usdt.of(5));
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
    HttpResponse<String> response = paper.post("", form, FORM);

    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode body = SigningClient.json(response);
    assertThat(body.propertyNames()).containsExactly("code", "msg");
    assertThat(body.get("code").asInt()).isEqualTo(code);
    assertThat(paper.account.ledger()).isEmpty();
  }
}
