package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import ballast.journal.AccountKey;
import ballast.journal.HostLock;
import ballast.journal.Journal;
import ballast.journal.JournalStore;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.paper.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An engine of one's own against a paper exchange that stands still until it is cranked. */
class EngineTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private final PaperClock clock = PaperClock.cranked(1_800_000_000_000L);
  private final PaperExchange first =
      new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());
  private final PaperExchange second =
      new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());
  private final PaperServer exchange =
      new PaperServer(
          List.of(PaperLogin.of(first), PaperLogin.of("other", "other-secret", second)),
          clock,
          Faults.none(),
          true);

  @BeforeEach
  void listens() throws IOException {
    exchange.start(0);
    SecretFile.writeLogin(directory);
    SecretFile.write(directory.resolve("other-key"), "other");
    SecretFile.write(directory.resolve("other-secret"), "other-secret");
  }

  @AfterEach
  void stops() {
    exchange.close();
  }

  /** The first account moves at once, the second holds. */
  private void configure(String mode, String database) throws IOException {
    Files.writeString(
        directory.resolve("ballast.yml"),
        """
        mode: %s
        dir: ./data
        database: "%s"
        venue: { rest: "%s" }
        accounts:
          - id: main
            api-key: "file:key"
            secret: "file:secret"
            schedule: "every 30s"
            strategy: target-band
            parameters: { low: 9x, low-target: 10x, high-target: 30x, high: 40x }
            limits: { per-transfer: 50000 USDT, per-day: 500000 USDT, min-transfer: 10 USDT, min-gap: 1m, max-snapshot-age: 15s, fingerprint-decimals: 0 }
          - id: other
            api-key: "file:other-key"
            secret: "file:other-secret"
            schedule: "every 30s"
            strategy: hold
        """
            .formatted(mode, database, exchange.url()));
  }

  private Said run(String... arguments) {
    return new Shell(directory).run(arguments);
  }

  private JsonNode once() {
    Said said = run("once", "-c", "ballast.yml", "--json");
    assertThat(said.code()).as(said.err()).isZero();
    return JSON.readTree(said.out()).get("ticks");
  }

  private void movesAndSettles(String... journal) {
    JsonNode ticks = once();
    assertThat(ticks.get(0).get("kind").asString()).isEqualTo("move");
    assertThat(ticks.get(0).get("amount").asString()).isEqualTo("50000");
    assertThat(ticks.get(0).get("state").asString()).isEqualTo("CONFIRMED");
    assertThat(ticks.get(1).get("kind").asString()).isEqualTo("hold");
    clock.advance(Duration.ofSeconds(30));
    assertThat(once().get(0).get("rule").asString()).isEqualTo("min-gap");
    assertThat(first.ledger()).hasSize(1);
    assertThat(second.ledger()).isEmpty();
    Said verified = run(journal);
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(JSON.readTree(verified.out()).get("heads").size()).isEqualTo(2);
  }

  @Test
  void movesSettlesAndVerifiesOnH2() throws IOException {
    configure("paper", "");
    movesAndSettles("verify", "-c", "ballast.yml", "--json");
  }

  @Test
  void movesSettlesAndVerifiesOnPostgres() throws IOException {
    String url = SharedPostgres.database().url();
    configure("paper", url);
    movesAndSettles("verify", "--db", url, "--json");
    standsByWhileAnotherEngineKeepsTheAccount(url);
    configure("dry-run", url);
    Said dryRun = run("once", "-c", "ballast.yml");
    assertThat(dryRun.code()).isEqualTo(3);
    assertThat(dryRun.err())
        .hasLineCount(1)
        .contains("account main is no dry run in this journal", "ballast pause --account main");
  }

  private void standsByWhileAnotherEngineKeepsTheAccount(String url) {
    try (Journal another = JournalStore.openPostgres(url, System::nanoTime)) {
      long policy = another.reader().lastTick("main").orElseThrow().policy();
      another.adopt("main", another.reader().policy(policy), clock.millis());

      Said once = run("once", "-c", "ballast.yml");
      assertThat(once.code()).isEqualTo(5);
      assertThat(once.err())
          .contains("main is kept by process ", " until ", "or wait until its lease runs out");
      assertThat(run("status", "--db", url).out()).contains("main is kept by process ");
      assertThat(run("pause", "--db", url, "--account", "main").code()).isZero();
      assertThat(another.books("main", clock.millis()).paused()).hasSize(2);
    }
    assertThat(run("resume", "--db", url, "--account", "main").code()).isZero();
    clock.advance(Duration.ofSeconds(30));
    assertThat(once()).hasSize(2);
  }

  @Test
  void aJournalOfOneExchangeIsRefusedOnAnother() throws IOException {
    configure("paper", "");
    once();
    Path file = directory.resolve("ballast.yml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("mode: paper", "mode: dry-run")
            .replace(exchange.url(), "https://api.binance.com"));
    Said live = run("once", "-c", "ballast.yml");
    assertThat(live.code()).isEqualTo(3);
    assertThat(live.err())
        .hasLineCount(1)
        .contains("main belongs to the paper exchange", "a dir or database of its own");
  }

  @Test
  void anAccountThatAnotherJournalKeepsOnThisHostIsRefused() throws IOException {
    AccountKey key = AccountKey.of("paper", "paper".getBytes(StandardCharsets.US_ASCII));
    HostLock.Holder other = new HostLock.Holder(4711, "/srv/other", "/srv/other");
    String here = "paper-" + URI.create(exchange.url()).getPort();
    configure("paper", "");
    try (HostLock lock = HostLock.take("main", here, key, other)) {
      assertThat(lock).isNotNull();
      Said refused = run("once", "-c", "ballast.yml");
      assertThat(refused.code()).isEqualTo(5);
      assertThat(refused.err())
          .hasLineCount(1)
          .contains("main is kept on this host by process 4711", "that of /srv/other: stop");
      configure("dry-run", "");
      assertThat(once()).as("a dry run sends nothing").hasSize(2);
      configure("paper", "");
    }
    assertThat(once()).hasSize(2);
  }

  @Test
  void asksOnlyForTheNeededDirectionAndOnlyWhenOneIsNeeded() throws IOException {
    configure("paper", "");
    once();
    Said calls = run("status", "-c", "ballast.yml", "--json");
    assertThat(calls.code()).isZero();
    Said table = run("report", "decisions", "-c", "ballast.yml", "--format", "json");
    JsonNode decisions = JSON.readTree(table.out());
    assertThat(decisions.get(0).get("transferable").asString()).isEqualTo("700000");
    assertThat(decisions.get(1).get("transferable").isNull()).isTrue();
  }

  @Test
  void aDryRunMovesNothingAndSaysWhatItWould() throws IOException {
    configure("dry-run", "");
    JsonNode tick = once().get(0);
    assertThat(tick.get("rule").asString()).isEqualTo("dry-run");
    assertThat(tick.get("reason").asString()).contains("would move 50000 LDUSDT EARN_TO_FUTURE");
    assertThat(first.ledger()).isEmpty();
  }

  @Test
  void checkShowsTheBandInMoney() throws IOException {
    configure("paper", "");
    Said check = run("check", "-c", "ballast.yml");
    assertThat(check.code()).as(check.out()).isZero();
    assertThat(check.out())
        .contains(
            "low 9x is equity of 449,999 USD",
            "main: stress: the policy survives every scenario",
            "all checks passed");
    assertThat(Files.exists(directory.resolve("data"))).isFalse();
  }

  @Test
  void stressStartsFromTheReadingAndElseFromTheJournal() throws IOException {
    configure("dry-run", "");
    once();
    Said read = run("stress", "-c", "ballast.yml", "--json", "--account", "main");
    assertThat(read.code()).as(read.out() + read.err()).isZero();
    JsonNode account = JSON.readTree(read.out()).get("accounts").get(0);
    assertThat(account.get("ldusdt").asString()).isEqualTo("400000");
    assertThat(account.get("earn").asString()).isEqualTo("700000");
    exchange.close();
    Said recorded = run("stress", "-c", "ballast.yml", "--json", "--account", "main");
    assertThat(recorded.err()).contains("the exchange does not answer");
    assertThat(JSON.readTree(recorded.out()).get("accounts").get(0)).isEqualTo(account);
  }

  @Test
  void aPauseOfTheRescueLegHoldsUntilResumed() throws IOException {
    configure("dry-run", "");
    once();
    configure("paper", "");
    assertThat(
            run("pause", "-c", "ballast.yml", "--account", "main", "--direction", "EARN_TO_FUTURE")
                .code())
        .isZero();
    assertThat(once().get(0).get("rule").asString()).isEqualTo("paused");
    assertThat(first.ledger()).isEmpty();
    assertThat(run("resume", "-c", "ballast.yml", "--account", "main").code()).isZero();
    assertThat(once().get(0).get("state").asString()).isEqualTo("CONFIRMED");
  }
}
