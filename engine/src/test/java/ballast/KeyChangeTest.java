package ballast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ballast.alert.Rules;
import ballast.cli.Wiring;
import ballast.config.Config;
import ballast.config.ConfigReader;
import ballast.decide.Rule;
import ballast.journal.MemoryJournal;
import ballast.journal.OperatorAct;
import ballast.journal.Span;
import ballast.notify.TickReport;
import ballast.paper.Faults;
import ballast.paper.KeyPermission;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.paper.Scenario;
import ballast.strategy.Direction;
import ballast.strategy.StrategyFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running account whose key is given another permission moves nothing more. */
class KeyChangeTest {
  private static final long START = 1_800_000_000_000L;

  private final PaperClock clock = PaperClock.cranked(START);
  private final PaperExchange account =
      new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());
  private final MemoryJournal journal = new MemoryJournal();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private PaperServer exchange(Set<KeyPermission> permissions, int port) {
    PaperLogin login =
        new PaperLogin("paper", "paper-secret", Optional.empty(), permissions, account);
    return new PaperServer(List.of(login), clock, Faults.none(), true).start(port);
  }

  private Config config(int port, Map<String, StrategyFactory> strategies) throws IOException {
    SecretFile.writeLogin(directory);
    Path file =
        Files.writeString(
            directory.resolve("ballast.yml"),
            """
            mode: paper
            venue: { rest: "http://127.0.0.1:%d" }
            accounts:
              - id: main
                api-key: "file:key"
                secret: "file:secret"
                schedule: "every 30s"
                strategy: target-band
                parameters: { low: 9x, low-target: 10x, high-target: 30x, high: 40x }
                limits: { min-gap: 0s }
            """
                .formatted(port));
    return new ConfigReader(strategies, text -> {}, text -> {}).read(file);
  }

  @Test
  void isPausedBothWaysByBallastWithTheFlagNamed() throws IOException {
    Workshop workshop = new Workshop(InstantSource.system());
    Map<String, StrategyFactory> strategies = workshop.strategies(directory);
    Wiring.Station station;
    Wiring.Fleet fleet;
    int port;
    try (PaperServer first = exchange(KeyPermission.sensible(), 0)) {
      port = first.port();
      fleet =
          workshop.fleet(config(port, strategies), strategies, journal, report -> {}, call -> {});
      station = fleet.stations().get(0);
      assertThat(station.tick().run()).isInstanceOf(TickReport.Decided.class);
    }
    int moved = account.ledger().size();
    assertThat(moved).isPositive();
    Set<KeyPermission> more = EnumSet.copyOf(KeyPermission.sensible());
    more.add(KeyPermission.FUTURES);
    try (PaperServer second = exchange(more, port)) {
      assertThat(second.port()).isEqualTo(port);
      clock.advance(Duration.ofHours(7));
      await().until(() -> fleet.clock().millis() >= START + Duration.ofHours(7).toMillis());

      assertThat(station.tick().run())
          .isInstanceOfSatisfying(
              TickReport.Skipped.class,
              skipped -> assertThat(skipped.reason()).contains("FORBIDDEN", "enableFutures"));
      assertThat(journal.books("main", clock.millis()).paused())
          .containsExactlyInAnyOrder(Direction.values());
      assertThat(journal.reader().acts(Span.everything()))
          .extracting(OperatorAct::kind, OperatorAct::reason)
          .containsExactly(
              tuple(OperatorAct.Kind.PAUSE, Rules.KEY_REASON + "enableFutures was off, is on"));

      assertThat(station.tick().run())
          .isInstanceOfSatisfying(
              TickReport.Decided.class,
              decided -> assertThat(decided.decision().rule()).contains(Rule.PAUSED));
    }
    assertThat(account.ledger()).hasSize(moved);
  }

  /** As it would be live, but for the exchange's address. */
  private Wiring.Station live(int port) throws IOException {
    Workshop workshop = new Workshop(clock);
    Map<String, StrategyFactory> strategies = workshop.strategies(directory);
    Config paper = config(port, strategies);
    Config live =
        new Config(
            Config.Mode.LIVE,
            paper.dir(),
            paper.database(),
            paper.exchange(),
            paper.web(),
            paper.accounts(),
            paper.alerts(),
            paper.warnings());
    return workshop.fleet(live, strategies, journal, report -> {}, call -> {}).stations().get(0);
  }

  private List<OperatorAct.Kind> acts() {
    return journal.reader().acts(Span.everything()).stream().map(OperatorAct::kind).toList();
  }

  @Test
  void aResumeWithAKeyThatStillDoesNotPassIsPausedAgainBeforeAnythingMoves() throws IOException {
    Set<KeyPermission> more = EnumSet.copyOf(KeyPermission.sensible());
    more.add(KeyPermission.WITHDRAWALS);
    try (PaperServer bad = exchange(more, 0)) {
      Wiring.Station station = live(bad.port());
      assertThat(station.tick().run()).isInstanceOf(TickReport.Skipped.class);
      assertThat(station.tick().run()).isInstanceOf(TickReport.Skipped.class);
      assertThat(acts()).as("paused once").containsExactly(OperatorAct.Kind.PAUSE);

      journal.act(
          new OperatorAct(
              "main", clock.millis(), OperatorAct.Kind.RESUME, Optional.empty(), 0, "by hand"));

      assertThat(station.tick().run()).isInstanceOf(TickReport.Skipped.class);
      assertThat(acts())
          .containsExactly(OperatorAct.Kind.PAUSE, OperatorAct.Kind.RESUME, OperatorAct.Kind.PAUSE);
    }
    assertThat(account.ledger()).isEmpty();
  }
}
