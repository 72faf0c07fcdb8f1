package ballast.cli;

import ballast.log.LogFormat;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command knows. */
final class Common {
  @Option(names = "--debug", description = "Show a stack trace with an error.")
  boolean debug;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "${env:BALLAST_LOG_FORMAT:-auto}",
      description =
          "text, json, or auto: text on a terminal, else JSON lines (default: auto, or what"
              + " BALLAST_LOG_FORMAT says).")
  LogFormat logFormat = LogFormat.AUTO;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      defaultValue = "plugins",
      description = "Folder of jars with further strategies (default: ${DEFAULT-VALUE}).")
  Path plugins = Path.of("plugins");
}
