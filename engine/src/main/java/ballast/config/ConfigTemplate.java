package ballast.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The commented configuration that {@code init} starts an operator with: a dry run. */
public final class ConfigTemplate {
  private static final String RESOURCE = "/config/ballast.yml";
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private ConfigTemplate() {}

  /**
   * Writes {@code ballast.yml} (0600) and an empty folder {@code secrets} (0700) into a folder,
   * which is made when it is not there.
   *
   * @return the file written
   * @throws ConfigException when there is a ballast.yml already, or nothing can be written; no file
   *     is left then
   */
  public static Path write(Path folder) {
    Path file = folder.resolve("ballast.yml");
    Path part = folder.resolve("ballast.yml.part");
    Path secrets = folder.resolve("secrets");
    if (Files.exists(file)) {
      throw new ConfigException(
          file + ": is there already and is not overwritten; remove it or name another --dir");
    }
    try {
      Files.createDirectories(folder);
      if (!Files.isDirectory(secrets)) {
        Files.createDirectory(secrets, PosixFilePermissions.asFileAttribute(FOLDER));
      }
      Files.setPosixFilePermissions(secrets, FOLDER);
      writeWhole(part, file);
      return file;
    } catch (IOException e) {
      throw unwritable(file, FileCause.of(e));
    } catch (UnsupportedOperationException e) {
      throw unwritable(file, "the file system knows no owners");
    }
  }

  /** A file that a full disk cut off could be neither used nor overwritten. */
  private static void writeWhole(Path part, Path file) throws IOException {
    try {
      Files.write(part, bytes());
      Files.setPosixFilePermissions(part, FILE);
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static ConfigException unwritable(Path file, String why) {
    return new ConfigException(
        file + ": cannot be written (" + why + "); name a --dir that you may write to");
  }

  /** The text that {@link #write} writes. */
  static String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes() {
    try (InputStream in = ConfigTemplate.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + RESOURCE);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the jar's " + RESOURCE + " cannot be read", e);
    }
  }
}
