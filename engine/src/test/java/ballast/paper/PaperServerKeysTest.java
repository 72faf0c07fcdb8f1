package ballast.paper;

import static ballast.paper.ServedExchange.BALANCE;
import static ballast.paper.ServedExchange.FORM;
import static ballast.paper.ServedExchange.IN;
import static ballast.paper.ServedExchange.NOW;
import static ballast.paper.ServedExchange.TRANSFER;
import static ballast.paper.ServedExchange.code;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whom the paper exchange answers: keys, signatures, permissions, timestamps. */
class PaperServerKeysTest {
  @AutoClose private final ServedExchange paper = new ServedExchange();

  @Test
  void knowsTheSignatureOfTheOfficialTestVector() {
    PaperLogin login = PaperLogin.of("key", "secretKey", paper.account);
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
  void refusesWrongKeysSignaturesAndPermissions() throws Exception {
    assertThat(code(paper.client.raw("GET", BALANCE + "?" + IN + "&timestamp=" + NOW, "", "")))
        .isEqualTo(-1102);
    assertThat(
            code(
                paper.client.raw(
                    "GET", BALANCE + "?" + IN + "&timestamp=" + NOW + "&signature=00", "", "")))
        .isEqualTo(-1022);
    SigningClient stranger = paper.client("who", "x");
    assertThat(stranger.get(BALANCE, IN).statusCode()).isEqualTo(401);
    assertThat(code(stranger.get(BALANCE, IN))).isEqualTo(-2015);
    SigningClient keyless = paper.client("", "x");
    assertThat(code(keyless.get(BALANCE, IN))).isEqualTo(-2014);
  }

  @Test
  void verifiesEd25519AndLetsAReaderMoveNothing() throws Exception {
    SigningClient reader = paper.client("reader", "unused");
    String query = IN + "&timestamp=" + NOW;

    assertThat(reader.raw("GET", BALANCE + "?" + paper.signedByReader(query), "", "").body())
        .contains("700000");
    HttpResponse<String> refused =
        reader.raw("POST", TRANSFER, paper.signedByReader(query + "&amount=1"), FORM);
    assertThat(code(refused)).isEqualTo(-2015);
    assertThat(paper.other.ledger()).isEmpty();
  }

  @Test
  void holdsTimestampsToTheWindowOnItsOwnClock() throws Exception {
    assertThat(code(stamped(NOW - 5_001, ""))).isEqualTo(-1021);
    assertThat(code(stamped(NOW + 1_000, ""))).isEqualTo(-1021);
    assertThat(stamped(NOW + 999, "").statusCode()).isEqualTo(200);
    assertThat(stamped(NOW - 5_001, "&recvWindow=6000").statusCode()).isEqualTo(200);
    assertThat(code(stamped(NOW, "&recvWindow=60001"))).isEqualTo(-1131);
    paper.clock.advance(Duration.ofHours(1));
    assertThat(code(stamped(NOW, ""))).isEqualTo(-1021);
  }

  private HttpResponse<String> stamped(long timestamp, String more) throws Exception {
    return paper.client.raw(
        "GET", BALANCE + "?" + paper.signed(IN + "&timestamp=" + timestamp + more), "", "");
  }
}
