package ballast.market;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the recorded market data lies, which is no part of the repository. */
public final class RecordedData {
  private RecordedData() {}

  /** The file, or the test is skipped with a plain message. */
  public static Path file(String name) {
    Path folder = folder();
    Path file = folder.resolve(name);
    assumeTrue(Files.exists(file), "no recorded market data at " + folder + ": skipped");
    return file;
  }

  private static Path folder() {
    String given = System.getProperty("ballast.data");
    if (given != null) {
      return Path.of(given);
    }
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.isDirectory(root.resolve("strategies"))) {
      root = root.getParent();
    }
    return root.resolveSibling("shared").resolve("data");
  }
}
