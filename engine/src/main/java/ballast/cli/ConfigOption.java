package ballast.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The configuration, of commands that do nothing without one. */
final class ConfigOption {
  @Option(
      names = {"-c", "--config"},
      required = true,
      paramLabel = "FILE",
      description = "The configuration.")
  @SuppressWarnings("NullAway.Init")
  Path file;
}
