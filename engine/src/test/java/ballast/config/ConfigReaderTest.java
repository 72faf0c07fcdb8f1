package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.config.AccountConfig.PrivateKey;
import ballast.config.AccountConfig.SharedSecret;
import ballast.config.Config.Mode;
import ballast.config.SecretSource.SecretFile;
import ballast.config.SecretSource.Variable;
import ballast.decide.Fingerprint;
import ballast.decide.Limits;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigReaderTest {
  private static final String LEAST =
      """
      accounts:
        - id: main
          api-key: env:BALLAST_KEY
          secret: file:secrets/main
          schedule: every 30s
          strategy: hold
      """;

  @TempDir Path temp;
  private ConfigFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new ConfigFolder(temp);
  }

  @Test
  void readsTheExampleOfTheProductWhole() {
    Config config = folder.read(ConfigFolder.EXAMPLE);

    assertThat(config.mode()).isEqualTo(Mode.PAPER);
    assertThat(config.dir()).isEqualTo(temp.resolve("data"));
    assertThat(config.database().url()).isEmpty();
    assertThat(config.exchange().rest()).isEqualTo(URI.create("http://127.0.0.1:18080"));
    AccountConfig account = config.accounts().get(0);
    assertThat(account.id()).isEqualTo("main");
    assertThat(account.apiKey()).isEqualTo(new Variable("BALLAST_KEY"));
    assertThat(account.signing())
        .isEqualTo(new SharedSecret(new SecretFile(temp.resolve("secrets/main"))));
    assertThat(account.schedule()).isEqualTo("every 30s");
    assertThat(account.strategy()).isEqualTo("target-band");
    assertThat(account.parameters())
        .isEqualTo(
            Map.of("low", "1.6x", "low-target", "2.0x", "high-target", "2.6x", "high", "3.2x"));
    assertThat(account.limits()).isEqualTo(limits(false, Optional.empty()));
  }

  private static Limits limits(boolean dryRun, Optional<Ratio> emergencyBelow) {
    return new Limits(
        dryRun,
        Usdt.of(50_000),
        Usdt.of(500_000),
        Usdt.of(10),
        300_000,
        15_000,
        Fingerprint.FINEST,
        emergencyBelow);
  }

  /** Pins every default: a change of one is a change of the product. */
  @Test
  void fillsInTheDefaults() {
    Config config = folder.read(LEAST);

    assertThat(config.mode()).isEqualTo(Mode.DRY_RUN);
    assertThat(config.dir()).isEqualTo(temp.resolve("data"));
    assertThat(config.database().url()).isEmpty();
    assertThat(config.database().password()).isEmpty();
    assertThat(config.exchange())
        .isEqualTo(
            new Config.Exchange(URI.create("https://api.binance.com"), Duration.ofSeconds(5)));
    assertThat(config.web()).isEqualTo(new Config.Web(8787, "127.0.0.1", List.of()));
    AccountConfig account = config.accounts().get(0);
    assertThat(account.blackout()).isEmpty();
    assertThat(account.parameters()).isEmpty();
    assertThat(account.worseThanDoingNothing()).isEmpty();
    assertThat(account.limits()).isEqualTo(limits(true, Optional.empty()));
    assertThat(config.warnings()).isEmpty();
    assertThat(folder.read("mode: paper\n" + LEAST).exchange().rest())
        .isEqualTo(URI.create("http://127.0.0.1:18080"));
  }

  @Test
  void readsHowAmountsAreMarkedAndWhatIsAnEmergency() throws Exception {
    Limits limits =
        folder
            .read(LEAST + "    limits: { fingerprint-decimals: 0, emergency-below: 1.25x }\n")
            .accounts()
            .get(0)
            .limits();
    assertThat(limits.fingerprint()).isEqualTo(Fingerprint.OFF);
    assertThat(limits.emergencyBelow()).contains(Ratio.parse("1.25"));
  }

  @Test
  void readsAWholeLiveConfigurationAndWarnsOfEnvironmentSecrets() throws Exception {
    Path file =
        folder.write(
            ConfigFolder.EXAMPLE
                .replace("mode: paper", "mode: live")
                .replace("http://127.0.0.1:18080", "https://api3.binance.com:443"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    Config config = ConfigFolder.reader().read(file);

    assertThat(config.accounts().get(0).limits().dryRun()).isFalse();
    assertThat(config.warnings()).singleElement().asString().contains("account main", "file:");
  }

  @Test
  void refusesALiveConfigurationThatOthersMayWrite() throws Exception {
    Path file =
        folder.write(
            ConfigFolder.EXAMPLE
                .replace("mode: paper", "mode: live")
                .replace("http://127.0.0.1:18080", "https://api.binance.com"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    assertThatThrownBy(() -> ConfigFolder.reader().read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("chmod go-w");
  }

  @Test
  void readsPostgresBlackoutsAndAPrivateKey() {
    folder.secret(
        "pem", "-----BEGIN PRIVATE KEY-----\nMC4\n-----END PRIVATE KEY-----\n", "r--------");
    folder.secret("database", "hunter2", "rw-------");

    Config config =
        folder.read(
            LEAST.replace("secret: file:secrets/main", "private-key: file:secrets/pem")
                + """
                    blackout: [ "Sat 00:00-06:00 UTC" ]
                    acknowledge-worse-than-doing-nothing: hedged on another venue
                database: "jdbc:postgresql://db-1:5432,[::1]/ballast?user=ballast&sslmode=verify-full"
                database-password: file:secrets/database
                """);

    AccountConfig account = config.accounts().get(0);
    assertThat(account.signing())
        .isEqualTo(new PrivateKey(new SecretFile(temp.resolve("secrets/pem"))));
    assertThat(account.blackout()).containsExactly("Sat 00:00-06:00 UTC");
    assertThat(account.worseThanDoingNothing()).contains("hedged on another venue");
    assertThat(config.database().url()).hasValueSatisfying(url -> assertThat(url).contains("db-1"));
    assertThat(config.database().password())
        .contains(new SecretFile(temp.resolve("secrets/database")));
  }

  @Test
  void leavesSecretsAloneForCommandsThatOnlyReadTheJournal() throws Exception {
    Path file = folder.write(LEAST);
    Files.delete(temp.resolve("secrets/main"));

    assertThat(ConfigFolder.reader().readWithoutSecrets(file).accounts()).hasSize(1);
    assertThatThrownBy(() -> ConfigFolder.reader().read(file)).isInstanceOf(ConfigException.class);
  }

  @Test
  void printsWithoutSecrets() {
    assertThat(folder.read(ConfigFolder.EXAMPLE).toString())
        .contains("env:BALLAST_KEY", "secrets/main")
        .doesNotContain(ConfigFolder.SECRET, "key-of-main");
  }
}
