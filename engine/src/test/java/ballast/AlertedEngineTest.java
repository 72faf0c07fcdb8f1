package ballast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ballast.alert.Delivery;
import ballast.alert.Delivery.Outcome;
import ballast.alert.Notice;
import ballast.cli.CommandLineInterface;
import ballast.cli.JournalPlace;
import ballast.cli.Terminal;
import ballast.cli.Wiring;
import ballast.journal.Journal;
import ballast.journal.Span;
import ballast.notify.Receiver;
import ballast.paper.PaperClock;
import ballast.paper.PaperServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running engine tells people, with the real parts, against services on this machine. */
class AlertedEngineTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private final PaperClock clock = StillExchange.clock();
  private final PaperServer exchange = StillExchange.server(clock);
  private final Receiver good = new Receiver();
  private final Receiver bad = new Receiver();
  private final Receiver switchboard = new Receiver();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void configures() throws IOException {
    exchange.start(0);
    bad.answers(404, Map.of());
    SecretFile.writeLogin(directory);
    SecretFile.write(directory.resolve("good"), good.address("/hook").toString());
    SecretFile.write(directory.resolve("bad"), bad.address("/hook").toString());
    SecretFile.write(directory.resolve("heartbeat"), switchboard.address("/ping").toString());
    Files.writeString(
        directory.resolve("ballast.yml"),
        """
        mode: paper
        dir: ./data
        venue: { rest: "%s" }
        web: { port: 0 }
        alerts:
          margin-below: 100x
          heartbeat: { url: "file:heartbeat", every: 10s }
          channels:
            - { name: good, webhook: { url: "file:good" } }
            - { name: bad, at-least: critical, slack: { url: "file:bad" } }
        accounts:
          - id: main
            api-key: "file:key"
            secret: "file:secret"
            schedule: "every 1h"
            strategy: target-band
            parameters: { low: 9x, low-target: 10x, high-target: 30x, high: 40x }
        """
            .formatted(exchange.url()));
  }

  @AfterEach
  void stops() {
    stop.countDown();
    exchange.close();
    good.close();
    bad.close();
    switchboard.close();
  }

  private CompletableFuture<Integer> runs() {
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, directory, false);
    Workshop workshop = new Workshop(InstantSource.system());
    Wiring untilToldTo =
        (Wiring)
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
    return CompletableFuture.supplyAsync(
        () ->
            new CommandLineInterface(untilToldTo, terminal)
                .run(List.of("run", "-c", "ballast.yml")));
  }

  @Test
  void tellsWhoListensJournalsWhatDoesNotArriveAndTicksOn() {
    CompletableFuture<Integer> engine = runs();
    await().atMost(Duration.ofMinutes(2)).until(() -> !bad.got().isEmpty());
    await().atMost(Duration.ofMinutes(2)).until(() -> !switchboard.got().isEmpty());
    await().atMost(Duration.ofMinutes(2)).until(() -> !good.got().isEmpty());
    stop.countDown();

    assertThat(engine.join()).as(said.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(good.got().get(0).body())
        .contains("\"rule\":\"margin-low\"", "\"account\":\"main\"", "is below 100.00x");
    assertThat(journaled())
        .extracting(Delivery::channel, Delivery::outcome, Delivery::failure)
        .containsExactlyInAnyOrder(
            tuple("good", Outcome.DELIVERED, ""), tuple("bad", Outcome.FAILED, "HTTP 404"));
    assertThat(journaled())
        .extracting(Delivery::notice)
        .extracting(Notice::title)
        .containsOnly("CRITICAL margin-low main");
  }

  private List<Delivery> journaled() {
    Workshop workshop = new Workshop(InstantSource.system());
    JournalPlace place =
        new JournalPlace(directory.resolve("data"), Optional.empty(), Optional.empty());
    try (Journal journal = workshop.openJournal(place)) {
      assertThat(journal.reader().lastTick("main")).as("it ticked all the same").isPresent();
      return journal.reader().deliveries(Span.everything());
    }
  }

  @Test
  void aTestSaysOfEachChannelWhetherItTakesNotices() {
    Shell shell = new Shell(directory);
    Shell.Said both = shell.run("alert", "test", "-c", "ballast.yml");
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out())
        .contains("good: webhook at http://127.0.0.1:", ": taken")
        .contains("bad: slack at http://127.0.0.1:", ": FAILED: HTTP 404");

    Shell.Said one = shell.run("alert", "test", "-c", "ballast.yml", "--channel", "good", "--json");
    assertThat(one.code()).isZero();
    assertThat(one.out()).contains("\"passed\":true", "\"channel\":\"good\"", "\"ok\":true");
    assertThat(good.got()).hasSize(2);
    assertThat(good.got().get(1).body()).contains("\"kind\":\"test\"", "nothing is wrong");

    Shell.Said none = shell.run("alert", "test", "-c", "ballast.yml", "--channel", "nobody");
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("alerts has no channel nobody");
    assertThat(shell.run("alert").code()).isEqualTo(2);
  }

  @Test
  void aCheckNamesTheChannelsAndSaysWhenThereAreNone() throws IOException {
    Shell shell = new Shell(directory);
    assertThat(shell.run("check", "-c", "ballast.yml").out())
        .contains("alerts: good: webhook at http://127.0.0.1:", "alerts: bad: slack at ");
    assertThat(shell.run("check", "-c", "ballast.yml", "--json").out())
        .contains("\"alerts\":[\"good: webhook at ");
    assertThat(good.got()).isEmpty();

    String yaml = Files.readString(directory.resolve("ballast.yml"));
    Files.writeString(
        directory.resolve("silent.yml"), yaml.replaceAll("(?s)alerts:.*accounts:", "accounts:"));
    assertThat(shell.run("check", "-c", "silent.yml").out())
        .contains("alerts: nobody is told when something is wrong");
  }
}
