package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that only this process enters and that is gone, with all in it, when it is closed. */
final class WorkFolder implements AutoCloseable {
  private final Path path;

  private WorkFolder(Path path) {
    this.path = path;
  }

  /** Makes one beside the files that will be moved out of it, so that a move is a rename. */
  static WorkFolder in(Path directory) throws IOException {
    Path path = Files.createTempDirectory(directory, ".ballast-");
    PrivateFiles.directory(path);
    return new WorkFolder(path);
  }

  Path path() {
    return path;
  }

  /** Makes a folder in it. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(path.resolve(name));
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
