package ballast.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token that opens the dashboard: 256 bits in a file of mode 0600, the same from one start to
 * the next.
 */
public final class DashboardToken {
  /** The file in the engine's directory. */
  public static final String FILE = "dashboard-token";

  private static final Logger log = LoggerFactory.getLogger(DashboardToken.class);
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}\n?");
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private DashboardToken() {}

  /**
   * The token in a directory. Where there is none, or one that others could have read, there is a
   * new one.
   *
   * @throws UncheckedIOException when the file can be neither read nor written
   */
  static String in(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        if (OWNER.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
          String text = Files.readString(file, StandardCharsets.US_ASCII);
          if (TOKEN.matcher(text).matches()) {
            return text.strip();
          }
        }
        log.warn("{} was not a token of its owner alone: there is a new one in it", file);
      }
      OwnerFile.directory(directory);
      String token = OwnerFile.randomToken();
      OwnerFile.write(file, token + "\n");
      return token;
    } catch (IOException e) {
      throw new UncheckedIOException("the token of the dashboard cannot be had: " + file, e);
    }
  }
}
