package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import ballast.cli.Wiring;
import ballast.config.Config;
import ballast.paper.Faults;
import ballast.paper.KeyPermission;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.paper.Scenario;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In live mode no command ticks before the checks have passed; a paper exchange plays the real one.
 */
class LiveGateTest {
  private static final String KEEPS = "low: 9x, low-target: 10x, high-target: 30x, high: 40x";
  private static final String SWINGS =
      "low: 9x, low-target: 9.01x, high-target: 9.02x, high: 9.03x";

  private final PaperClock clock = PaperClock.cranked(1_800_000_000_000L);
  private final PaperExchange account =
      new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private PaperServer exchange(Set<KeyPermission> permissions, Faults faults) {
    PaperLogin login =
        new PaperLogin("paper", "paper-secret", Optional.empty(), permissions, account);
    return new PaperServer(List.of(login), clock, faults, true).start(0);
  }

  private void configure(String band) throws IOException {
    SecretFile.writeLogin(directory);
    Files.writeString(
        directory.resolve("ballast.yml"),
        """
        mode: live
        dir: ./data
        web: { port: 0 }
        accounts:
          - id: main
            api-key: "file:key"
            secret: "file:secret"
            schedule: "every 30s"
            strategy: target-band
            parameters: { %s }
            limits: { per-transfer: 50000 USDT, per-day: 500000 USDT, min-transfer: 10 USDT, min-gap: 1m, max-snapshot-age: 15s }
        """
            .formatted(band));
  }

  private Said run(PaperServer exchange, String... arguments) {
    return new Shell(directory, onPaper(exchange)).run(arguments);
  }

  /**
   * The real parts, but a live configuration speaks to the paper exchange, and a run ends at once.
   */
  private static Wiring onPaper(PaperServer exchange) {
    Workshop workshop = new Workshop(InstantSource.system());
    return (Wiring)
        Proxy.newProxyInstance(
            LiveGateTest.class.getClassLoader(),
            new Class<?>[] {Wiring.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("untilStopped")) {
                return null;
              }
              try {
                return method.invoke(
                    workshop, arguments == null ? null : onPaper(exchange, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Object[] onPaper(PaperServer exchange, Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof Config live ? onPaper(exchange, live) : argument)
        .toArray();
  }

  private static Config onPaper(PaperServer exchange, Config live) {
    return new Config(
        Config.Mode.PAPER,
        live.dir(),
        live.database(),
        new Config.Exchange(URI.create(exchange.url()), live.exchange().recvWindow()),
        live.web(),
        live.accounts(),
        live.alerts(),
        live.warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "run"})
  void refusesAKeyThatMayTooMuch(String command) throws IOException {
    configure(KEEPS);
    Set<KeyPermission> more = EnumSet.copyOf(KeyPermission.sensible());
    more.add(KeyPermission.WITHDRAWALS);
    try (PaperServer exchange = exchange(more, Faults.none())) {
      Said refused = run(exchange, command, "-c", "ballast.yml");
      assertThat(refused.code()).as(refused.err()).isEqualTo(4);
      assertThat(refused.err())
          .contains("main: key: enableWithdrawals is on")
          .contains("a live start needs a passing check; run: ballast check -c ballast.yml");
    }
    assertThat(account.ledger()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "run"})
  void refusesAKeyOfWhichNothingCanBeRead(String command) throws IOException {
    configure(KEEPS);
    Faults faults =
        Faults.parse(
            """
            {"faults": [{"kind": "http-5xx-before-effect", "path": "apiRestrictions"}]}
            """);
    try (PaperServer exchange = exchange(KeyPermission.sensible(), faults)) {
      Said refused = run(exchange, command, "-c", "ballast.yml");
      assertThat(refused.code()).as(refused.err()).isEqualTo(4);
      assertThat(refused.err()).contains("main: key: UNREACHABLE");
    }
    assertThat(account.ledger()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "run"})
  void refusesAPolicyThatDoesNotPassTheStressTest(String command) throws IOException {
    configure(SWINGS);
    try (PaperServer exchange = exchange(KeyPermission.sensible(), Faults.none())) {
      Said refused = run(exchange, command, "-c", "ballast.yml");
      assertThat(refused.code()).as(refused.err()).isEqualTo(3);
      assertThat(refused.err()).contains("the policy swings");
    }
    assertThat(account.ledger()).isEmpty();
  }

  @Test
  void ticksOnceWhereEveryCheckPasses() throws IOException {
    configure(KEEPS);
    try (PaperServer exchange = exchange(KeyPermission.sensible(), Faults.none())) {
      Said moved = run(exchange, "once", "-c", "ballast.yml", "--account", "main");
      assertThat(moved.code()).as(moved.err()).isZero();
    }
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void anAccountThatIsNotThereIsAWrongOption() throws IOException {
    configure(KEEPS);
    try (PaperServer exchange = exchange(KeyPermission.sensible(), Faults.none())) {
      Said refused = run(exchange, "once", "-c", "ballast.yml", "--account", "mian");
      assertThat(refused.code()).as(refused.err()).isEqualTo(2);
    }
  }
}
