package ballast.config;

import ballast.decide.ShippedStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with a configuration and its secrets, and a reader for it. */
final class ConfigFolder {
  /** The example that the product promises to read. */
  static final String EXAMPLE =
      """
      mode: paper
      dir: ./data
      database: ""
      venue: { rest: "http://127.0.0.1:18080" }
      web: { port: 8787 }
      accounts:
        - id: main
          api-key: "env:BALLAST_KEY"
          secret: "file:secrets/main"
          schedule: "every 30s"
          strategy: target-band
          parameters: { low: 1.6x, low-target: 2.0x, high-target: 2.6x, high: 3.2x }
          limits: { per-transfer: 50000 USDT, per-day: 500000 USDT, min-transfer: 10 USDT, min-gap: 5m, max-snapshot-age: 15s }
      """;

  static final String SECRET = "cAnArYcAnArYcAnArYcAnArY";

  final Path path;

  ConfigFolder(Path path) {
    this.path = path;
    secret("main", SECRET, "rw-------");
  }

  Path secret(String name, String content, String mode) {
    return unchecked(
        () -> {
          Path file = path.resolve("secrets").resolve(name);
          Files.createDirectories(path.resolve("secrets"));
          Files.writeString(file, content);
          return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        });
  }

  Path write(String yaml) {
    return unchecked(() -> Files.writeString(path.resolve("ballast.yml"), yaml));
  }

  Config read(String yaml) {
    return reader().read(write(yaml));
  }

  /** A reader whose schedules begin with every or cron, and whose blackouts hold a dash. */
  static ConfigReader reader() {
    return new ConfigReader(
        ShippedStrategies.byName(),
        text -> require(text.matches("(every|cron) .*"), "must be as in every 30s"),
        text -> require(text.contains("-"), "must be as in Sat 00:00-06:00 UTC"),
        Map.of("BALLAST_KEY", "key-of-main", "SECOND_KEY", "key-of-second", "EMPTY", " "));
  }

  /** Every file below, to see that nothing was written. */
  List<Path> listing() {
    return unchecked(
        () -> {
          try (Stream<Path> files = Files.walk(path)) {
            return files.sorted().toList();
          }
        });
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }

  private interface FileWork<T> {
    T run() throws IOException;
  }

  private static <T> T unchecked(FileWork<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
