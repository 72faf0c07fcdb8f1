package ballast.cli;

import ballast.paper.Scenario;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Scenarios as a command line names them. */
final class Scenarios {
  private Scenarios() {}

  /** A shipped one by its name, one's own by its file, or the default for null. */
  static Scenario named(@Nullable String name, Terminal terminal) {
    if (name == null) {
      return Scenario.shipped(Scenario.shippedNames().get(0));
    }
    return name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json")
        ? Scenario.read(terminal.path(Path.of(name)))
        : Scenario.shipped(name);
  }
}
