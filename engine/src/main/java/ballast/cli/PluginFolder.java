package ballast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** What of a folder of plugins was meant to give strategies and gives none. */
final class PluginFolder {
  private static final String ENTRY = "META-INF/services/ballast.strategy.StrategyPlugin";

  private PluginFolder() {}

  /**
   * A line for each jar without a plugin.
   *
   * @param named the folder was asked for, so that it should be there
   */
  static List<String> warnings(Path folder, boolean named) {
    if (!Files.isDirectory(folder)) {
      return named ? List.of("warning: --plugins: there is no folder " + folder) : List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .flatMap(jar -> lack(jar).map(why -> warning(jar, why)).stream())
          .toList();
    } catch (IOException e) {
      return List.of("warning: the plugins folder " + folder + " cannot be read");
    }
  }

  private static String warning(Path jar, String why) {
    return "warning: " + jar + " gives no strategy: " + why;
  }

  private static Optional<String> lack(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(ENTRY) == null
          ? Optional.of("there is no " + ENTRY + " in it")
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of("it is no jar (" + e.getMessage() + ")");
    }
  }
}
