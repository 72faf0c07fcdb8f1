package ballast.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command knows. */
final class Common {
  @Option(names = "--debug", description = "Show a stack trace with an error.")
  boolean debug;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      defaultValue = "plugins",
      description = "Folder of jars with further strategies (default: ${DEFAULT-VALUE}).")
  Path plugins = Path.of("plugins");
}
