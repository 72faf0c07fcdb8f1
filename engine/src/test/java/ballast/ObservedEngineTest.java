package ballast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ballast.cli.CommandLineInterface;
import ballast.cli.Terminal;
import ballast.cli.Wiring;
import ballast.paper.PaperClock;
import ballast.paper.PaperServer;
import ballast.web.DashboardClient;
import ballast.web.RawHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running engine as a probe and Prometheus see it, against a paper exchange that stands still.
 */
class ObservedEngineTest {
  private static final Path DEPLOY = Path.of("..", "deploy");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private final PaperClock clock = StillExchange.clock();
  private final PaperServer exchange = StillExchange.server(clock);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final int port = freePort();

  @SuppressWarnings("NullAway.Init")
  private CompletableFuture<Integer> engine;

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void runs() throws IOException {
    exchange.start(0);
    SecretFile.writeLogin(directory);
    Files.writeString(
        directory.resolve("ballast.yml"),
        """
        mode: paper
        dir: ./data
        venue: { rest: "%s" }
        web: { port: %d, hosts: ["engine:8787"] }
        accounts:
          - id: main
            api-key: "file:key"
            secret: "file:secret"
            schedule: "every 1h"
            strategy: target-band
            parameters: { low: 9x, low-target: 10x, high-target: 30x, high: 40x }
            limits: { per-transfer: 50000 USDT, fingerprint-decimals: 0 }
        """
            .formatted(exchange.url(), port));
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, directory, false);
    engine =
        CompletableFuture.supplyAsync(
            () ->
                new CommandLineInterface(untilToldTo(), terminal)
                    .run(List.of("run", "-c", "ballast.yml")));
  }

  /** The real parts, but for what ends a process. */
  private Wiring untilToldTo() {
    Workshop workshop = new Workshop(InstantSource.system());
    return (Wiring)
        Proxy.newProxyInstance(
            Wiring.class.getClassLoader(),
            new Class<?>[] {Wiring.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("untilStopped")) {
                stop.await();
                return null;
              }
              return method.invoke(workshop, arguments);
            });
  }

  @AfterEach
  void stops() {
    stop.countDown();
    assertThat(engine.join()).as(said.toString(StandardCharsets.UTF_8)).isZero();
    exchange.close();
  }

  private RawHttp.Answer get(String path) {
    return RawHttp.get(port, path, "engine:8787");
  }

  private void untilItHasTicked() {
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreException(UncheckedIOException.class)
        .until(() -> get("/ready").status() == 200);
  }

  @Test
  void isPausedOnItsDashboard() throws IOException {
    untilItHasTicked();
    String token = Files.readString(directory.resolve("data/dashboard-token")).strip();
    Map<String, String> operator = DashboardClient.operator(port, token);
    String pause =
        "{\"account\":\"main\",\"direction\":\"FUTURE_TO_EARN\",\"reason\":\"year's end\"}";

    assertThat(DashboardClient.post(port, "/acts/pause", operator, pause).status()).isEqualTo(204);

    assertThat(DashboardClient.firstEvent(port, operator).body())
        .contains("Futures → Earn (return) is paused: year's end.")
        .contains("\"uniMmr\":\"7.99x\"", "50,000 LDUSDT Earn → Futures (rescue): CONFIRMED");
    assertThat(get("/metrics").body())
        .contains("ballast_paused{account=\"main\",direction=\"FUTURE_TO_EARN\"} 1.0");
    String other = pause.replace("main", "another");
    RawHttp.Answer refused = DashboardClient.post(port, "/acts/pause", operator, other);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).isEqualTo("the journal has no account another; it has main");
  }

  @Test
  void exportsWhatItDidAndEveryNameThatTheRulesAndTheDashboardAskFor() throws IOException {
    untilItHasTicked();
    String metrics = get("/metrics").body();

    assertThat(metrics)
        .contains("ballast_ticks_total{account=\"main\",result=\"move\"} 1.0")
        .contains(
            "ballast_transfers_total{account=\"main\",direction=\"EARN_TO_FUTURE\",outcome=\"confirmed\"} 1.0")
        .contains(
            "ballast_transferred_usdt_total{account=\"main\",direction=\"EARN_TO_FUTURE\"} 50000.0")
        .contains("ballast_ldusdt_in_futures{account=\"main\"} 400000")
        .contains("ballast_last_decision_timestamp_seconds{account=\"main\"} 1.8E9")
        .contains("ballast_open_intents{account=\"main\",state=\"CONFIRMED\"} 1")
        .contains("ballast_open_intents{account=\"main\",state=\"HELD\"} 0")
        .contains("ballast_paused{account=\"main\",direction=\"EARN_TO_FUTURE\"} 0")
        .contains(
            "ballast_weight_used{scope=\"ip\"} 1500", "ballast_weight_limit{scope=\"ip\"} 12000")
        .contains("ballast_ban_seconds 0", "ballast_last_backup_timestamp_seconds 0")
        .contains("ballast_tick_seconds_count{account=\"main\"} 1")
        .contains("ballast_send_seconds_count{account=\"main\"} 1")
        .contains("ballast_build_info{version=", "jvm_memory_used_bytes", "process_uptime_seconds")
        .containsPattern(
            "ballast_call_seconds_count\\{endpoint=\"/sapi/v1/portfolio/earn-asset-transfer\",result=\"ok\"} 1")
        .containsPattern("ballast_journal_commit_seconds_count [1-9]")
        .doesNotContain("paper-secret");
    Set<String> exported =
        metrics.lines().map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet());
    for (String asking : List.of("prometheus/rules.yml", "grafana/dashboards/ballast.json")) {
      Set<String> asked = names(Files.readString(DEPLOY.resolve(asking)));
      assertThat(asked).as(asking).isNotEmpty();
      assertThat(exported).as(asking).containsAll(asked);
    }
  }

  private static Set<String> names(String text) {
    return Pattern.compile("\\bballast_[a-z_]+")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }

  @Test
  void isHealthyWhileItDecidesAndNotWhenItsDecisionsStayAway() {
    untilItHasTicked();
    assertThat(get("/health").status()).isEqualTo(200);
    clock.advance(Duration.ofHours(5));

    await().atMost(Duration.ofSeconds(30)).until(() -> get("/health").status() == 503);

    assertThat(get("/health").body())
        .contains("\"main\":{\"status\":\"overdue\"", "2027-01-15T08:00:00Z");
    assertThat(RawHttp.get(port, "/health", "evil.example").status()).isEqualTo(421);
    String silent =
        "ballast_alert_standing{account=\"main\",rule=\"missed-schedule\",severity=\"critical\"} 1";
    await().atMost(Duration.ofSeconds(30)).until(() -> get("/metrics").body().contains(silent));
  }
}
