package ballast.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Careful;
import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.strategy.Usdt;
import ballast.tick.Blackout;
import ballast.tick.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one text as a configuration, and holds what was read to its bounds. */
final class EveryConfig {
  static final List<String> REAL =
      List.of(
          ConfigFolder.EXAMPLE,
          """
          mode: dry-run
          dir: /var/lib/ballast
          database: jdbc:postgresql://127.0.0.1:5432/ballast
          database-password: env:BALLAST_KEY
          accounts:
            - id: main
              api-key: "env:BALLAST_KEY"
              private-key: "file:secrets/main"
              schedule: "cron 0 0/5 * * * ? Europe/Zurich"
              blackout: ["daily 23:50-00:10 UTC", "2026-12-24..2026-12-26 UTC"]
              strategy: target-band
              parameters: { low: 1.6x, low-target: 2.0x, high-target: 2.6x, high: 3.2x }
            - id: second
              api-key: "env:SECOND_KEY"
              secret: "file:secrets/main"
              schedule: "every 5m"
              strategy: hold
          """,
          """
          mode: paper
          alerts:
            engine: trading-1
            margin-below: 1.4x
            weight-above: 90%
            disk-below: 500 MiB
            digest: "08:00 Europe/Zurich"
            heartbeat: { url: "env:BALLAST_KEY", every: 30s }
            channels:
              - { name: room, at-least: warning, slack: { url: "file:secrets/main" } }
              - { name: phone, telegram: { token: "env:SECOND_KEY", chat: "-100" } }
              - { name: night, pagerduty: { routing-key: "env:SECOND_KEY" } }
              - name: mail
                email:
                  host: 127.0.0.1
                  port: 25
                  security: none
                  from: a@example.com
                  to: ["b@example.com"]
          accounts:
            - id: main
              api-key: "env:BALLAST_KEY"
              secret: "file:secrets/main"
              schedule: "every 30s"
              strategy: hold
          """,
          """
          mode: live
          dir: ./data
          venue: { recv-window: 5s }
          accounts:
            - id: main
              api-key: "env:BALLAST_KEY"
              secret: "file:secrets/main"
              schedule: "every 1m"
              strategy: target-band
              acknowledge-worse-than-doing-nothing: hedged on another venue
              parameters: { low: 1.6x, low-target: 2.0x, high-target: 2.6x, high: 3.2x }
              limits:
                per-transfer: 50000 USDT
                per-day: 500000 USDT
                min-transfer: 10 USDT
                min-gap: 5m
                max-snapshot-age: 15s
          """);

  private final ConfigFolder folder;
  private final ConfigReader reader =
      new ConfigReader(
          ShippedStrategies.byName(),
          Schedule::parse,
          text -> Blackout.parse(List.of(text)),
          Map.of("BALLAST_KEY", "key-of-main", "SECOND_KEY", "key-of-second"));

  EveryConfig(Path path) {
    folder = new ConfigFolder(path);
  }

  /** True when it was a configuration. */
  boolean read(String yaml) {
    Path file = folder.write(new String(yaml.getBytes(UTF_8), UTF_8)); // a lone half becomes "?"
    Optional<Config> config = Careful.read(yaml, text -> plainly(file), ConfigException.class);
    config.ifPresent(EveryConfig::inBounds);
    return config.isPresent();
  }

  private Config plainly(Path file) {
    try {
      return reader.readWithoutSecrets(file);
    } catch (ConfigException e) {
      Careful.plainLine(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private static void inBounds(Config config) {
    assertThat(config.accounts()).isNotEmpty();
    assertThat(config.web().port()).isBetween(0, 65_535);
    assertThat(config.exchange().recvWindow())
        .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
    assertThat(config.alerts().channels()).hasSizeLessThanOrEqualTo(8);
    assertThat(config.alerts().levels().diskBelowBytes()).isPositive();
    for (AccountConfig account : config.accounts()) {
      Limits limits = account.limits();
      assertThat(limits.minTransfer()).isGreaterThan(Usdt.ZERO);
      assertThat(limits.minTransfer()).isLessThanOrEqualTo(limits.perTransfer());
      assertThat(limits.perTransfer()).isLessThanOrEqualTo(limits.perDay());
      assertThat(limits.perDay()).isLessThanOrEqualTo(Usdt.of(1_000_000_000));
      assertThat(limits.minGapMillis()).isBetween(0L, Duration.ofDays(7).toMillis());
      assertThat(limits.maxSnapshotAgeMillis()).isBetween(1_000L, 600_000L);
      assertThat(limits.dryRun()).isEqualTo(config.mode() == Config.Mode.DRY_RUN);
    }
  }
}
