package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The backups in a folder, told from other files by their names, which sort by time. */
public final class Backups {
  /** The folder of backups in a journal's directory. */
  public static final String FOLDER = "backups";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String NAME =
      "ballast-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.\\d{3}Z\\.backup";

  private Backups() {}

  /** The name of a backup made at this time. */
  public static String name(long atMillis) {
    return "ballast-" + stamp(atMillis) + ".backup";
  }

  /**
   * When the newest backup in a folder was made, by its name, epoch milliseconds; 0 when there is
   * none.
   */
  public static long newestMillis(Path folder) {
    return newest(folder)
        .map(file -> file.getFileName().toString())
        .map(name -> name.substring("ballast-".length(), name.length() - ".backup".length()))
        .map(stamp -> STAMP.parse(stamp, Instant::from).toEpochMilli())
        .orElse(0L);
  }

  static String stamp(long atMillis) {
    return STAMP.format(Instant.ofEpochMilli(atMillis));
  }

  /** The backups in a folder, the newest first; none where there is no folder. */
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(NAME))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    }
  }

  /**
   * Deletes all but the newest.
   *
   * @param most how many stay, at least 1
   * @return those deleted
   * @throws JournalException when one cannot be deleted
   */
  public static List<Path> keep(Path folder, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least 1 backup stays, not " + most);
    }
    List<Path> deleted = new ArrayList<>();
    try {
      for (Path old : in(folder).stream().skip(most).toList()) {
        Files.delete(old);
        deleted.add(old);
      }
    } catch (IOException e) {
      throw new JournalException(
          "the backup was made, but old ones in " + folder + " stay: " + e.getMessage(), e);
    }
    return deleted;
  }

  /** The command that brings a broken journal back, with its newest backup where there is one. */
  static String remedy(Path directory) {
    return "ballast restore "
        + newest(directory.resolve(FOLDER)).map(Path::toString).orElse("BACKUP")
        + " --replace --dir "
        + directory;
  }

  private static Optional<Path> newest(Path folder) {
    try {
      return in(folder).stream().findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
