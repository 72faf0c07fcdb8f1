package ballast.journal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What bringing a journal up to date came to.
 *
 * @param before the schema it had
 * @param after the schema it has
 * @param kept the file as it was, where one was changed
 */
public record Upgrade(int before, int after, Optional<Path> kept) {
  /** True when there was something to do. */
  public boolean changed() {
    return before != after;
  }
}
