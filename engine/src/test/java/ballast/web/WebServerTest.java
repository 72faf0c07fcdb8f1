package ballast.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.notify.LatestTicks;
import ballast.notify.TickReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One server for all: what it answers does not change from one test to the next. */
final class WebServerTest {
  private static final LatestTicks LATEST = new LatestTicks();
  private static final AtomicInteger READINGS = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private static WebServer server;

  @BeforeAll
  static void listens() {
    LATEST.tell(new TickReport.Skipped("main", 1, 0, "<script>alert(1)</script>"));
    Health health =
        new Health(
            LATEST,
            List.of(new Health.Account("main", (last, now) -> false)),
            () -> Instant.EPOCH,
            () -> false);
    server =
        new WebServer(
            new WebServer.Place("127.0.0.1", 0, List.of("engine:8787")),
            health,
            () -> "reading " + READINGS.incrementAndGet(),
            Optional.empty());
    server.start();
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "LOCALHOST"})
  void answersToLoopbackByItsPort(String name) {
    assertThat(RawHttp.get(server.port(), "/health", name + ":" + server.port()).status())
        .isEqualTo(200);
  }

  @Test
  void answersToANameOfTheConfiguration() {
    assertThat(RawHttp.get(server.port(), "/ready", "engine:8787").status()).isEqualTo(200);
  }

  /** What a browser sends whose page has rebound its own name to this address. */
  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:8787", "127.0.0.1", "engine", "127.0.0.1:1"})
  void refusesEveryOtherHostOnEveryPath(String host) {
    int readings = READINGS.get();
    for (String path : List.of("/health", "/ready", "/metrics", "/", "/nothing")) {
      RawHttp.Answer answer = RawHttp.get(server.port(), path, host);
      assertThat(answer.status()).as(path).isEqualTo(421);
      assertThat(answer.body()).doesNotContain("main");
    }
    assertThat(READINGS).hasValue(readings);
  }

  @Test
  void refusesARequestWithoutAHost() {
    assertThat(RawHttp.send(server.port(), "GET", "/health", List.of("X: y")).status())
        .isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/ready", "/metrics", "/nothing"})
  void letsNoPageReadRunOrFrameWhatItSays(String path) {
    RawHttp.Answer answer =
        RawHttp.send(
            server.port(),
            "GET",
            path,
            List.of("Host: localhost:" + server.port(), "Origin: https://evil.example"));

    assertThat(answer.head())
        .contains("content-security-policy: default-src 'none';", "frame-ancestors 'none'")
        .contains("x-content-type-options: nosniff", "referrer-policy: no-referrer")
        .contains("cache-control: no-store")
        .doesNotContain("access-control-", "set-cookie", "server:");
  }

  @Test
  void saysStoredTextAsJsonAndNeverAsAPage() {
    RawHttp.Answer answer = RawHttp.get(server.port(), "/health", "localhost:" + server.port());

    assertThat(answer.head()).contains("content-type: application/json");
    assertThat(answer.body()).contains("SKIPPED: <script>alert(1)</script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void hasNothingThatChangesAnything(String method) {
    int readings = READINGS.get();
    for (String path : List.of("/health", "/metrics", "/pause")) {
      RawHttp.Answer answer =
          RawHttp.send(
              server.port(),
              method,
              path,
              List.of("Host: localhost:" + server.port(), "Content-Length: 0"));
      assertThat(answer.status()).as(path).isBetween(404, 405);
    }
    assertThat(READINGS).hasValue(readings);
  }

  @Test
  void aTakenPortStopsNobody() {
    Health health = new Health(LATEST, List.of(), () -> Instant.EPOCH, () -> false);
    WebServer.Place taken = new WebServer.Place("127.0.0.1", server.port(), List.of());
    try (WebServer second = new WebServer(taken, health, () -> "", Optional.empty())) {
      second.startOrSay();
      assertThatThrownBy(second::port).hasMessageContaining("does not listen");
    }
    assertThat(RawHttp.get(server.port(), "/metrics", "localhost:" + server.port()).body())
        .startsWith("reading ");
  }
}
