package ballast.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a journal is.
 *
 * @param directory the engine's directory, where its H2 file and its control file are
 * @param url of PostgreSQL; empty for H2 in the directory
 * @param password of PostgreSQL, where one is needed
 */
public record JournalPlace(Path directory, Optional<String> url, Optional<String> password) {
  @Override
  public String toString() {
    return url.orElse(directory.toString());
  }
}
