package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far each account's chain had reached, noted beside the database: a file that was cut off, or
 * an older copy put in its place, opens as it was some commits earlier and holds in itself. The
 * note may be a moment behind the journal, never ahead of it.
 */
final class HighWater {
  static final String FILE = "reached";

  private final Path file;

  /**
   * @param directory of the journal
   */
  HighWater(Path directory) {
    this.file = directory.resolve(FILE);
  }

  /** Notes the last sequence of each account; all of it is on the disk. */
  void note(Map<String, Long> sequences) throws IOException {
    Path fresh = file.resolveSibling(FILE + ".new");
    PrivateFiles.write(
        fresh,
        new TreeMap<>(sequences)
            .entrySet().stream()
                .map(reached -> reached.getValue() + " " + reached.getKey() + "\n")
                .collect(Collectors.joining()));
    PrivateFiles.move(fresh, file);
  }

  boolean isNoted() {
    return Files.exists(file);
  }

  /** What is missing of a journal that ends at these sequences; empty when nothing is. */
  Optional<String> missing(Map<String, Long> sequences) throws IOException {
    for (String line : Files.readAllLines(file)) {
      String[] reached = line.split(" ", 2);
      if (reached.length != 2 || !reached[0].matches("\\d{1,18}")) {
        throw new IOException("what was noted is no sequence and account");
      }
      long last = sequences.getOrDefault(reached[1], 0L);
      if (last < Long.parseLong(reached[0])) {
        return Optional.of(
            "its end is missing, account "
                + reached[1]
                + " had reached "
                + reached[0]
                + " and ends at "
                + last);
      }
    }
    return Optional.empty();
  }

  /** Forgets what was noted, because another journal takes the place. */
  static void forget(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(FILE));
  }
}
