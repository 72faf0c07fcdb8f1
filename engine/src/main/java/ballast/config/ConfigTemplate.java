package ballast.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
   * @throws ConfigException when there is a ballast.yml already, or nothing can be written
   */
  public static Path write(Path folder) {
    Path file = folder.resolve("ballast.yml");
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
      Files.write(file, bytes(), StandardOpenOption.CREATE_NEW);
      Files.setPosixFilePermissions(file, FILE);
      return file;
    } catch (IOException | UnsupportedOperationException e) {
      throw new ConfigException(
          file
              + ": cannot be written ("
              + e.getClass().getSimpleName()
              + "); name a --dir that you may write to");
    }
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
