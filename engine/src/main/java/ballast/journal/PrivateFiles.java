package ballast.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, and moves that a power cut does not halve. */
final class PrivateFiles {
  private PrivateFiles() {}

  /** Makes the directory where it is missing; either way only its owner may enter it. */
  static void directory(Path directory) throws IOException {
    Files.createDirectories(directory);
    permit(directory, "rwx------");
  }

  static void restrict(Path file) throws IOException {
    permit(file, "rw-------");
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  /** Writes a small file so that it lasts. */
  static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file);
    restrict(file);
    Files.writeString(file, text);
    force(file);
  }

  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Copies so that the copy is there whole or not at all. */
  static void copy(Path from, Path to) throws IOException {
    Path half = to.resolveSibling(to.getFileName() + ".part");
    Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
    restrict(half);
    force(half);
    move(half, to);
  }

  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(to.toAbsolutePath().getParent())) {
      directory.force(true);
    }
  }
}
