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

  private static final String PLUGINS = "plugins";

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      defaultValue = PLUGINS,
      description = "Folder of jars with further strategies (default: ${DEFAULT-VALUE}).")
  Path plugins = Path.of(PLUGINS);

  /** The folder is another one than the usual, which need not be there. */
  boolean namesPlugins() {
    return !plugins.equals(Path.of(PLUGINS));
  }
}
