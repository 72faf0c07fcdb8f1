package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ballast.alert.Cadence;
import ballast.alert.DailyTime;
import ballast.alert.Levels;
import ballast.alert.Severity;
import ballast.config.AlertsConfig.Email;
import ballast.config.AlertsConfig.Hook;
import ballast.config.AlertsConfig.Outlet;
import ballast.config.AlertsConfig.PagerDuty;
import ballast.config.AlertsConfig.Telegram;
import ballast.strategy.Ratio;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the key {@code alerts} may hold. */
final class AlertsConfigTest {
  private static final String CANARY = "https://hooks.example.com/services/cAnArY";

  private static final String IN_POSTGRES =
      "database: \"jdbc:postgresql://db:5432/b?user=b\"\ndatabase-password: \"env:PASSWORD\"";

  @TempDir Path temp;
  private ConfigFolder folder;

  @BeforeEach
  void hasSecrets() {
    folder = new ConfigFolder(temp);
    folder.secret("hook", CANARY, "rw-------");
    folder.secret("token", "123:cAnArY", "rw-------");
  }

  private AlertsConfig read(String alerts) {
    return folder.read(ConfigFolder.EXAMPLE + "alerts:" + alerts + "\n").alerts();
  }

  private String refusal(String alerts) {
    Throwable thrown = catchThrowable(() -> read(alerts));
    assertThat(thrown).as(alerts).isInstanceOf(ConfigException.class);
    return String.valueOf(thrown.getMessage());
  }

  private SecretSource secret(String name) {
    return SecretSource.of("file:secrets/" + name, temp.toAbsolutePath());
  }

  @Test
  void secretsInTheEnvironmentAreWarnedOfInLiveModeAsThoseOfAnAccountAre() throws Exception {
    Path file =
        folder.write(
            ConfigFolder.EXAMPLE
                    .replace("mode: paper", "mode: live")
                    .replace("http://127.0.0.1:18080", "https://api.binance.com")
                    .replace("database: \"\"", IN_POSTGRES)
                + """
                alerts:
                  heartbeat: { url: "env:PULSE" }
                  channels:
                    - { name: night, pagerduty: { routing-key: "env:ROUTING" } }
                    - { name: room, slack: { url: "file:secrets/hook" } }
                """);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    String unwise = ": env: secrets can be read by every process of this user; prefer file:";

    assertThat(ConfigFolder.reader().readWithoutSecrets(file).warnings())
        .containsExactly(
            "account main" + unwise,
            "database-password" + unwise,
            "alerts: heartbeat" + unwise,
            "alerts: channel night" + unwise);
  }

  @Test
  void nobodyIsToldUnlessSomebodyIsNamed() {
    AlertsConfig none = folder.read(ConfigFolder.EXAMPLE).alerts();

    assertThat(none.isSilent()).isTrue();
    assertThat(none)
        .isEqualTo(
            new AlertsConfig(
                "ballast",
                new Levels(Ratio.parse("1.5"), Ratio.parse("0.8"), 1L << 30),
                new Cadence(Duration.ofMinutes(15), Duration.ofMinutes(5)),
                Optional.empty(),
                Optional.empty(),
                List.of()));
  }

  @Test
  void readsEveryKindOfChannel() {
    AlertsConfig alerts =
        read(
            """

              engine: trading-1
              disk-below: 500 MiB
              digest: "08:00 Europe/Zurich"
              heartbeat: { url: "file:secrets/hook", every: 30s }
              channels:
                - { name: a, webhook: { url: "file:secrets/hook" } }
                - { name: b, at-least: critical, slack: { url: "file:secrets/hook" } }
                - { name: c, discord: { url: "file:secrets/hook" } }
                - { name: d, telegram: { token: "file:secrets/token", chat: "-100" } }
                - { name: e, pagerduty: { routing-key: "file:secrets/token", api: "https://events.eu.pagerduty.com" } }
                - name: f
                  email: { host: smtp.example.com, user: u, password: "file:secrets/token", from: a@b.c, to: [d@e.f] }
            """);

    assertThat(alerts.digest()).contains(DailyTime.parse("08:00 Europe/Zurich"));
    assertThat(alerts.levels().diskBelowBytes()).isEqualTo(500L << 20);
    assertThat(alerts.heartbeat())
        .contains(new AlertsConfig.Pulse(secret("hook"), Duration.ofSeconds(30)));
    assertThat(alerts.channels())
        .containsExactly(
            new Outlet("a", Severity.INFO, new Hook(Hook.Kind.WEBHOOK, secret("hook"))),
            new Outlet("b", Severity.CRITICAL, new Hook(Hook.Kind.SLACK, secret("hook"))),
            new Outlet("c", Severity.INFO, new Hook(Hook.Kind.DISCORD, secret("hook"))),
            new Outlet(
                "d",
                Severity.INFO,
                new Telegram(secret("token"), "-100", URI.create("https://api.telegram.org"))),
            new Outlet(
                "e",
                Severity.INFO,
                new PagerDuty(secret("token"), URI.create("https://events.eu.pagerduty.com"))),
            new Outlet(
                "f",
                Severity.INFO,
                new Email(
                    "smtp.example.com",
                    587,
                    Email.Security.STARTTLS,
                    Optional.of("u"),
                    Optional.of(secret("token")),
                    "a@b.c",
                    List.of("d@e.f"))));
    assertThat(alerts.toString()).doesNotContain("cAnArY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ margin-below: 1.5 }|alerts.margin-below",
        "{ margin-below: 1.0x }|must be from 1.05x to 100x",
        "{ weight-above: 100% }|must be from 10% to below 100%",
        "{ disk-below: 5 }|must be text",
        "{ disk-below: 1 GB }|as in 500 MiB or 1 GiB",
        "{ repeat-after: 1s }|must be from 1m to 1d",
        "{ recovered-after: 2d }|must be from 0s to 1d",
        "{ digest: \"25:00 UTC\" }|as in 08:00 Europe/Zurich",
        "{ digest: \"08:00 Mars\" }|as in 08:00 Europe/Zurich",
        "{ heartbeat: { url: \"file:secrets/hook\", every: 1s } }|must be from 10s to 1h",
        "{ heartbeat: { url: \"file:secrets/main\" } }|holds no address that notices may go to",
        "{ heartbeat: { url: \"https://hc.example.com/1\" } }|must say where it is",
        "{ channels: [ { name: a } ] }|webhook: is missing; add it (or give slack or discord",
        "{ chanels: [] }|did you mean channels?",
      })
  void refusesWhatIsWrong(String alerts, String expected) {
    assertThat(refusal(" " + alerts)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: a, slack: { url: \"https://hooks.example.com/cAnArY\" }|must say where it is",
        "name: a, slack: { url: \"file:secrets/none\" }|does not exist",
        "name: a, slack: { url: \"file:secrets/hook\" }, discord: { url: \"file:secrets/hook\" }|both slack and discord",
        "name: A, slack: { url: \"file:secrets/hook\" }|as in night",
        "name: a, at-least: loud, slack: { url: \"file:secrets/hook\" }|info, warning, critical",
        "name: a, telegram: { token: \"file:secrets/hook\", chat: \"1\" }|no such token has",
        "name: a, telegram: { token: \"file:secrets/token\", chat: \"x\" }|\"@name\"",
        "name: a, pagerduty: { routing-key: \"file:secrets/token\", api: \"http://example.com\" }|must be https, or http on this machine",
        "name: a, email: { host: example.com, security: none, from: a@b.c, to: [d@e.f] }|only over TLS",
        "name: a, email: { host: example.com, user: u, from: a@b.c, to: [d@e.f] }|user and password go together",
        "name: a, email: { host: example.com, from: \"a@b.c\\r\\nBcc: x@y.z\", to: [d@e.f] }|as in night@example.com",
        "name: a, email: { host: example.com, from: a@b.c, to: [] }|1 to 16 items",
      })
  void refusesAChannelThatCannotWork(String channel, String expected) {
    assertThat(refusal(" { channels: [ { " + channel + " } ] }"))
        .contains("alerts.channels[0]", expected)
        .doesNotContain("cAnArY");
  }

  @Test
  void refusesTwoChannelsOfOneName() {
    String channel = "{ name: a, slack: { url: \"file:secrets/hook\" } }";
    assertThat(refusal(" { channels: [ " + channel + ", " + channel + " ] }"))
        .contains("alerts.channels[1].name", "the same name twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com/services/1",
        "https://example.com:8443/x?y=z",
        "http://127.0.0.1:9000/",
        "http://localhost/x",
        "http://[::1]:80/"
      })
  void letsNoticesGoOverTlsOrStayHere(String address) {
    try (Secret secret = new Secret(address.getBytes(StandardCharsets.UTF_8))) {
      assertThat(AlertAddress.of(secret)).hasToString(address);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.com/cAnArY",
        "http://127.0.0.1.example.com/",
        "http://169.254.169.254/latest",
        "https://user:cAnArY@example.com/",
        "https://example.com/#cAnArY",
        "file:///etc/passwd",
        "ftp://example.com",
        "https:///cAnArY",
        "https://exa mple.com/",
        "https://example.com/a\nb",
        "https://example.com:99999/",
        "cAnArY",
        ""
      })
  void refusesEveryOtherAddressWithoutRepeatingIt(String address) {
    try (Secret secret = new Secret(address.getBytes(StandardCharsets.UTF_8))) {
      Throwable thrown = catchThrowable(() -> AlertAddress.of(secret));
      assertThat(thrown).isInstanceOf(ConfigException.class);
      assertThat(thrown.getMessage()).doesNotContain("cAnArY").contains("https://");
    }
  }
}
