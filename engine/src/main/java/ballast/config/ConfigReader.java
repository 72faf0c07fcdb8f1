package ballast.config;

import ballast.config.Config.Database;
import ballast.config.Config.Exchange;
import ballast.config.Config.Mode;
import ballast.config.Config.Web;
import ballast.config.Node.Keyed;
import ballast.config.Node.Scalar;
import ballast.strategy.StrategyFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads a configuration once and checks all of it before anything is built from it. Writes nothing,
 * opens no connection. Immutable.
 */
public final class ConfigReader {
  private final AccountReader accounts;
  private final Map<String, String> environment;

  /**
   * @param strategies every known strategy by its name
   * @param scheduleCheck throws IllegalArgumentException in plain words for a schedule it cannot
   *     read
   * @param blackoutCheck the same for a blackout
   */
  public ConfigReader(
      Map<String, StrategyFactory> strategies,
      Consumer<String> scheduleCheck,
      Consumer<String> blackoutCheck) {
    this(strategies, scheduleCheck, blackoutCheck, System.getenv());
  }

  ConfigReader(
      Map<String, StrategyFactory> strategies,
      Consumer<String> scheduleCheck,
      Consumer<String> blackoutCheck,
      Map<String, String> environment) {
    this.accounts = new AccountReader(new StrategyReader(strategies), scheduleCheck, blackoutCheck);
    this.environment = Map.copyOf(environment);
  }

  /**
   * Reads and checks everything, also that every secret is there and guarded.
   *
   * @throws ConfigException for the first thing that is wrong
   */
  public Config read(Path file) {
    return read(file, true);
  }

  /**
   * As {@link #read}, but without looking at secrets: for commands that only read the journal and
   * may run as a user who cannot see them.
   */
  public Config readWithoutSecrets(Path file) {
    return read(file, false);
  }

  private Config read(Path file, boolean withSecrets) {
    Keyed tree = YamlTree.read(file.toString(), ConfigFile.text(file));
    FormCheck.check(tree, Keys.ROOT);
    Section root = new Section(tree, Keys.ROOT);
    Config config = build(root, folder(file));
    requireUnwritable(config.mode(), file);
    if (withSecrets) {
      SecretsCheck secrets = new SecretsCheck(environment);
      secrets.accounts(config.accounts(), accountSections(root));
      config
          .database()
          .password()
          .ifPresent(source -> secrets.password(source, root.place("database-password")));
      AlertsReader.of(root, folder(file)).check(secrets, config.alerts());
    }
    return config;
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? Path.of("/") : folder;
  }

  private Config build(Section root, Path folder) {
    Mode mode = mode(root.text("mode"));
    List<Section> sections = accountSections(root);
    List<AccountConfig> read =
        sections.stream().map(account -> accounts.read(account, mode, folder)).toList();
    DistinctAccounts.check(read, sections);
    Database database = database(root, folder);
    Web web = web(root.section("web", Keys.WEB));
    AlertsConfig alerts = AlertsReader.of(root, folder).read();
    return new Config(
        mode,
        folder.resolve(root.text("dir")).normalize(),
        database,
        exchange(root.section("venue", Keys.VENUE), mode),
        web,
        read,
        alerts,
        Stream.concat(
                SecretsCheck.warnings(mode, read, database.password(), alerts).stream(),
                WebRule.warnings(web).stream())
            .toList());
  }

  private static List<Section> accountSections(Section root) {
    return root.items("accounts").stream()
        .map(node -> new Section((Keyed) node, Keys.ACCOUNT))
        .toList();
  }

  private static Mode mode(String text) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static Exchange exchange(Section venue, Mode mode) {
    return new Exchange(
        VenueRule.check(mode, venue.place("rest"), venue.find("rest").orElse(mode.rest())),
        venue.duration("recv-window", "1s", mode == Mode.LIVE ? "5s" : "60s"));
  }

  private static Database database(Section root, Path folder) {
    Optional<String> url = Optional.of(root.text("database")).filter(text -> !text.isEmpty());
    url.ifPresent(text -> DatabaseRule.check(root.place("database"), text));
    Optional<SecretSource> password =
        root.find("database-password").map(text -> SecretSource.of(text, folder));
    if (password.isPresent() && url.isEmpty()) {
      throw root.place("database-password")
          .wrong("there is no database it belongs to; give database or remove this");
    }
    return new Database(url, password);
  }

  private static Web web(Section web) {
    String bind = web.text("bind");
    WebRule.check(web.place("bind"), bind);
    List<String> hosts = web.items("hosts").stream().map(item -> ((Scalar) item).text()).toList();
    return new Web(Integer.parseInt(web.text("port")), bind, hosts);
  }

  /** Whoever can write the file can raise the caps, so live mode wants its owner alone to. */
  private static void requireUnwritable(Mode mode, Path file) {
    if (mode != Mode.LIVE) {
      return;
    }
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (permissions.contains(PosixFilePermission.GROUP_WRITE)
          || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
        throw new ConfigException(
            file + ": others may write this file, and so move money; run: chmod go-w " + file);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new ConfigException(file + ": its permissions cannot be read; live mode needs them");
    }
  }
}
