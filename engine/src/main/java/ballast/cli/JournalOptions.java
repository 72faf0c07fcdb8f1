package ballast.cli;

import ballast.config.Config;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which journal a command reads. */
final class JournalOptions {
  private static final String DEFAULT_CONFIG = "ballast.yml";
  private static final String H2_URL = "jdbc:h2:file:";
  private static final String H2_NAME = "ballast";
  private static final String H2_FILE = H2_NAME + ".mv.db";

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "Configuration that names the journal (default: ballast.yml, when there is one).")
  @Nullable Path config;

  @Option(
      names = "--db",
      paramLabel = "PATH|URL",
      description = "The journal itself: a folder, or a jdbc:h2:file: or jdbc:postgresql: URL.")
  @Nullable String database;

  /**
   * Where the journal is.
   *
   * @throws Failure with {@link ExitCode#USAGE} when nothing says so, with {@link ExitCode#JOURNAL}
   *     when there is none
   */
  JournalPlace place(Subcommand command) {
    JournalPlace place = named(command);
    if (!exists(place)) {
      throw new Failure(
          ExitCode.JOURNAL,
          "there is no journal in "
              + place.directory()
              + "; check --db or the dir of the configuration");
    }
    return place;
  }

  /** False where opening it to write would make a new one. */
  static boolean exists(JournalPlace place) {
    return place.url().isPresent() || Files.exists(place.directory().resolve(H2_FILE));
  }

  private JournalPlace named(Subcommand command) {
    Terminal terminal = command.session.terminal();
    if (database != null) {
      return named(database, terminal);
    }
    Path file = terminal.path(config == null ? Path.of(DEFAULT_CONFIG) : config);
    if (config == null && !Files.exists(file)) {
      throw new Failure(
          ExitCode.USAGE,
          "which journal? give -c FILE or --db PATH; there is no ballast.yml in "
              + terminal.directory());
    }
    return of(command.configReader().readWithoutSecrets(file));
  }

  static JournalPlace of(Config config) {
    return new JournalPlace(
        config.dir(),
        config.database().url(),
        config
            .database()
            .password()
            .map(
                source -> {
                  try (var secret = source.read()) {
                    return new String(secret.bytes(), StandardCharsets.UTF_8);
                  }
                }));
  }

  private static JournalPlace named(String database, Terminal terminal) {
    if (database.startsWith("jdbc:postgresql:")) {
      return new JournalPlace(terminal.directory(), Optional.of(database), Optional.empty());
    }
    String path = database.startsWith(H2_URL) ? database.substring(H2_URL.length()) : database;
    if (path.startsWith("jdbc:") || path.indexOf(';') >= 0) {
      throw new Failure(
          ExitCode.USAGE,
          "--db takes a folder, jdbc:h2:file:PATH or jdbc:postgresql:…, without settings, got "
              + database);
    }
    Path given = terminal.path(Path.of(path));
    Path name = given.getFileName();
    boolean namesTheFile =
        name != null && (name.toString().equals(H2_NAME) || name.toString().equals(H2_FILE));
    boolean isFolder = Files.isDirectory(given);
    Path parent = given.getParent();
    return new JournalPlace(
        namesTheFile && !isFolder && parent != null ? parent : given,
        Optional.empty(),
        Optional.empty());
  }
}
