package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A folder that is there while it is used; if it had to be made, it stays only when told to. */
final class MadeFolder implements AutoCloseable {
  /** The folders that were missing, the innermost first. */
  private final Deque<Path> missing = new ArrayDeque<>();

  private boolean kept;

  private MadeFolder() {}

  static MadeFolder at(Path folder) throws IOException {
    MadeFolder made = new MadeFolder();
    for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
      made.missing.addLast(each);
    }
    Files.createDirectories(folder);
    if (!made.missing.isEmpty()) {
      PrivateFiles.directory(folder);
    }
    return made;
  }

  void keep() {
    kept = true;
  }

  @Override
  public void close() throws IOException {
    if (!kept) {
      for (Path each : missing) {
        Files.deleteIfExists(each);
      }
    }
  }
}
