package ballast.paper;

import static ballast.paper.ServedExchange.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that the paper exchange plays on the wire. */
class PaperServerFaultsTest {
  @AutoClose private final ServedExchange paper = new ServedExchange();

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
    paper.faults(
        "{\"kind\":\"" + kind + "\",\"path\":\"earn-asset-transfer\",\"nth\":1,\"hang\":\"50ms\"}");
    HttpResponse<String> struck = paper.moveIn("1");

    assertThat(struck.statusCode()).isEqualTo(status);
    assertThat(code(struck)).isEqualTo(code);
    assertThat(paper.account.ledger()).hasSize(moved);
    assertThat(paper.moveIn("1").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"reset-before-effect, 0", "reset-after-effect, 1"})
  void resetsTheConnectionForReal(String kind, int moved) throws Exception {
    paper.faults("{\"kind\":\"" + kind + "\",\"path\":\"POST\",\"nth\":1}");

    assertThatThrownBy(() -> paper.moveIn("1")).isInstanceOf(IOException.class);
    assertThat(paper.account.ledger()).hasSize(moved);
  }

  @Test
  void garbageIsNoJsonAndTheTransferHappened() throws Exception {
    paper.faults("{\"kind\":\"garbage\",\"nth\":1}");

    assertThat(paper.moveIn("1").body()).startsWith("<html>");
    assertThat(paper.account.ledger()).hasSize(1);
  }

  @Test
  void aReadLagHidesATransferFromBalancesOnly() throws Exception {
    paper.faults("{\"kind\":\"read-lag\",\"lag\":\"30s\"}");
    paper.moveIn("1");
    String path = "/sapi/v1/simple-earn/flexible/position";

    assertThat(inEarn(paper.client.get(path, "asset=USDT"))).isEqualTo("700000");
    paper.clock.advance(Duration.ofSeconds(30));
    assertThat(inEarn(paper.client.get(path, "asset=USDT"))).isEqualTo("699999");
    assertThat(paper.account.ledger()).hasSize(1);
  }

  private static String inEarn(HttpResponse<String> response) {
    return SigningClient.json(response).get("rows").get(0).get("totalAmount").asString();
  }
}
