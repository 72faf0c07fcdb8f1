package ballast.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a command prints and what its relative paths are relative to.
 *
 * @param out results alone
 * @param err progress, warnings, errors
 * @param directory the caller's working directory
 * @param interactive a person is looking
 */
public record Terminal(PrintStream out, PrintStream err, Path directory, boolean interactive) {
  /** The streams of a caller in another process. */
  static Terminal remote(Path directory, OutputStream out, OutputStream err) {
    return new Terminal(
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        directory,
        false);
  }

  /** A path as the caller means it. */
  Path path(Path given) {
    return directory.resolve(given).normalize();
  }
}
