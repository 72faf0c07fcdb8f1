package ballast.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a configuration file, bounded, as strict UTF-8. */
final class ConfigFile {
  static final int MOST_BYTES = 64 * 1024;

  private ConfigFile() {}

  /**
   * @throws ConfigException when there is no such file, or it is not a readable text of at most 64
   *     KiB
   */
  static String text(Path file) {
    if (!Files.exists(file)) {
      throw new ConfigException(file + ": there is no such file; write one with: ballast init");
    }
    if (!Files.isRegularFile(file)) {
      throw new ConfigException(file + ": not a file; name the ballast.yml itself");
    }
    byte[] bytes = bytes(file);
    if (bytes.length > MOST_BYTES) {
      throw new ConfigException(file + ": larger than 64 KiB; this is not a ballast.yml");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": not UTF-8 text; save it as UTF-8");
    }
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new ConfigException(
          file + ": cannot be read (" + e.getClass().getSimpleName() + "); check its permissions");
    }
  }
}
