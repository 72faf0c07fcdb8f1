package ballast.config;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Reads a secret from a file that nobody else can read or replace. */
final class SecretFileReader {
  private static final int MOST_BYTES = 16 * 1024;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SecretFileReader() {}

  /** A text, without the newlines at its end. */
  static Secret read(Path path) {
    return new Secret(withoutNewline(all(path), path));
  }

  /** Every byte, which the caller wipes. */
  static byte[] all(Path path) {
    try {
      check(path);
      return bytes(path);
    } catch (NoSuchFileException e) {
      throw wrong(path, "does not exist; put the secret there, then run: chmod 600 " + shell(path));
    } catch (IOException e) {
      throw wrong(
          path,
          "cannot be read (" + e.getClass().getSimpleName() + "); check its folder's permissions");
    } catch (UnsupportedOperationException e) {
      throw wrong(path, "this file system knows no owner and mode; use one that does, or env:NAME");
    }
  }

  private static void check(Path path) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink()) {
      throw wrong(path, "is a symbolic link, which another can turn; name the file itself");
    }
    if (!attributes.isRegularFile()) {
      throw wrong(path, "is not a regular file; name a file that holds only the secret");
    }
    if (!attributes.owner().equals(processOwner())) {
      throw wrong(
          path,
          "belongs to "
              + attributes.owner().getName()
              + " and not to who runs this; run: chown "
              + processOwner().getName()
              + " "
              + shell(path));
    }
    if (!OWNER_ONLY.containsAll(attributes.permissions())) {
      throw wrong(
          path,
          "has mode "
              + PosixFilePermissions.toString(attributes.permissions())
              + ", wider than rw-------; run: chmod 600 "
              + shell(path));
    }
    if (attributes.size() > MOST_BYTES) {
      throw wrong(path, "is larger than 16 KiB, so no key; name a file that holds only the secret");
    }
  }

  /** Who runs this: on Linux the owner of the process itself, because a name may be missing. */
  private static UserPrincipal processOwner() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self)
        ? Files.getOwner(self)
        : self.getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name", ""));
  }

  private static byte[] bytes(Path path) throws IOException {
    byte[] buffer = new byte[MOST_BYTES + 1];
    ByteBuffer into = ByteBuffer.wrap(buffer);
    try (SeekableByteChannel channel = Files.newByteChannel(path, Set.of(READ, NOFOLLOW_LINKS))) {
      while (into.hasRemaining() && channel.read(into) >= 0) {
        // a read may be short
      }
      return Arrays.copyOf(buffer, into.position());
    } finally {
      Arrays.fill(buffer, (byte) 0);
    }
  }

  private static byte[] withoutNewline(byte[] bytes, Path path) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    if (end == 0) {
      throw wrong(path, "is empty; put the secret into it");
    }
    byte[] stripped = Arrays.copyOf(bytes, end);
    Arrays.fill(bytes, (byte) 0);
    return stripped;
  }

  private static String shell(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9_./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private static ConfigException wrong(Path path, String what) {
    return new ConfigException(path + " " + what);
  }
}
