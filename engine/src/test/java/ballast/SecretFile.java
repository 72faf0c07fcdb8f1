package ballast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A secret in a file that its owner alone may read, as an engine demands. */
final class SecretFile {
  private SecretFile() {}

  static void write(Path file, String value) throws IOException {
    Files.writeString(file, value);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** The two by which the paper exchange knows its first login. */
  static void writeLogin(Path directory) throws IOException {
    write(directory.resolve("key"), "paper");
    write(directory.resolve("secret"), "paper-secret");
  }
}
