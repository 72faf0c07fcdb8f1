package ballast.paper;

import static ballast.paper.ServedExchange.BALANCE;
import static ballast.paper.ServedExchange.IN;
import static ballast.paper.ServedExchange.NOW;
import static ballast.paper.ServedExchange.code;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The paper exchange as a server: its port, its paths, its budget, its control plane. */
class PaperServerTest {
  @AutoClose private final ServedExchange paper = new ServedExchange();

  @Test
  void answersAThousandRequestsOnOneConnection() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), paper.server.port())) {
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

  @Test
  void saysSoWhenThePortIsTaken() {
    try (PaperServer second =
        new PaperServer(List.of(PaperLogin.of(paper.account)), paper.clock, Faults.none(), true)) {
      assertThatThrownBy(() -> second.start(paper.server.port()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is taken");
    }
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    HttpResponse<String> response = paper.client.get("/sapi/v1/portfolio/nothing", "");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(SigningClient.json(response).get("path").asString())
        .isEqualTo("/sapi/v1/portfolio/nothing");
    assertThat(paper.client.raw("POST", BALANCE, "", "").statusCode()).isEqualTo(404);
  }

  @Test
  void goesFromTooManyRequestsToABanAndBack() throws Exception {
    for (int i = 0; i < 8; i++) {
      assertThat(paper.client.get(BALANCE, IN).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> limited = paper.client.get(BALANCE, IN);
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(code(limited)).isEqualTo(-1003);
    assertThat(limited.headers().firstValue("retry-after")).hasValue("60");
    assertThat(paper.client.get("/sapi/v1/portfolio/account", "").statusCode())
        .as("each endpoint has its own budget")
        .isEqualTo(200);

    int status = 429;
    for (int i = 0; i < 10 && status == 429; i++) {
      status = paper.client.get(BALANCE, IN).statusCode();
    }
    assertThat(status).isEqualTo(418);
    HttpResponse<String> banned = paper.client.get("/sapi/v1/portfolio/account", "");
    assertThat(banned.statusCode()).isEqualTo(418);
    assertThat(banned.body()).contains("IP banned until " + (NOW + 120_000));
    assertThat(banned.headers().firstValue("retry-after")).hasValue("120");

    paper.clock.advance(Duration.ofMinutes(2));
    assertThat(paper.client.get(BALANCE, IN).statusCode()).isEqualTo(200);
  }

  @Test
  void theControlPlaneShowsWhatMovedAndTurnsTheClock() throws Exception {
    paper.moveIn("12.5");
    assertThat(paper.client.raw("GET", "/paper/ledger", "", "").body())
        .isEqualTo(
            "{\"transfers\":[{\"time\":"
                + NOW
                + ",\"transferType\":\"EARN_TO_FUTURE\",\"amount\":\"12.5\"}]}");
    assertThat(paper.client.raw("GET", "/paper/ledger?apiKey=reader", "", "").body())
        .isEqualTo("{\"transfers\":[]}");

    assertThat(paper.control("/paper/clock", "{\"advance\":\"PT1H\"}").body())
        .isEqualTo("{\"time\":" + (NOW + 3_600_000) + ",\"speed\":0}");
    assertThat(paper.client.raw("GET", "/api/v3/time", "", "").body())
        .isEqualTo("{\"serverTime\":" + (NOW + 3_600_000) + "}");
    assertThat(paper.control("/paper/clock", "{\"speed\":60}").body()).contains("\"speed\":60");
    assertThat(paper.control("/paper/clock", "{\"paused\":true}").body()).contains("\"speed\":0");
    assertThat(paper.control("/paper/clock", "{\"paused\":false}").body()).contains("\"speed\":60");
    JsonNode state = SigningClient.json(paper.client.raw("GET", "/paper/state", "", ""));
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
    HttpResponse<String> response = paper.control("/paper/clock", body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(paper.clock.millis()).isEqualTo(NOW);
    assertThat(paper.clock.speed()).isZero();
  }

  @Test
  void withoutControlThereIsNoControlPlane() throws Exception {
    try (PaperServer closed =
        new PaperServer(List.of(PaperLogin.of(paper.account)), paper.clock, Faults.none(), false)
            .start(0)) {
      SigningClient caller = new SigningClient(closed.url(), paper.clock, "paper", "paper-secret");
      assertThat(caller.raw("GET", "/paper/ledger", "", "").statusCode()).isEqualTo(404);
      assertThat(caller.get(BALANCE, IN).statusCode()).isEqualTo(200);
    }
  }
}
