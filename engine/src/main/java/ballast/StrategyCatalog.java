package ballast;

import ballast.strategy.StrategyFactory;
import ballast.strategy.StrategyPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds strategies: those on the class path and those in the jars of a folder. */
final class StrategyCatalog {
  private StrategyCatalog() {}

  /**
   * All strategies by name. The jars stay open as long as the process runs.
   *
   * @throws IllegalArgumentException when two have the same name
   */
  static Map<String, StrategyFactory> load(Path plugins) {
    Map<String, StrategyFactory> found = new TreeMap<>();
    for (StrategyPlugin plugin : ServiceLoader.load(StrategyPlugin.class, loader(plugins))) {
      for (StrategyFactory factory : plugin.strategies()) {
        if (found.putIfAbsent(factory.name(), factory) != null) {
          throw new IllegalArgumentException(
              "two strategies are named "
                  + factory.name()
                  + "; take one of the jars out of "
                  + plugins);
        }
      }
    }
    return Collections.unmodifiableMap(found);
  }

  private static ClassLoader loader(Path plugins) {
    List<URL> jars = jars(plugins).stream().map(StrategyCatalog::url).toList();
    ClassLoader own = StrategyCatalog.class.getClassLoader();
    return jars.isEmpty() ? own : new URLClassLoader("plugins", jars.toArray(URL[]::new), own);
  }

  private static List<Path> jars(Path plugins) {
    if (!Files.isDirectory(plugins)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(plugins)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the plugins folder cannot be read: " + plugins, e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
