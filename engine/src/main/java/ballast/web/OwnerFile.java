package ballast.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** Small files that only the user who runs the engine may read, and what stands in them. */
final class OwnerFile {
  private static final int TOKEN_BYTES = 32;

  private OwnerFile() {}

  /** 256 random bits as hexadecimal digits. */
  static String randomToken() {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  /** Makes the directory where it is missing; only its owner may enter it then. */
  static void directory(Path directory) throws IOException {
    Files.createDirectories(directory, permissions("rwx------"));
  }

  /**
   * Created with its final mode and renamed into place: a reader sees all of it or nothing, and no
   * other user sees it at all.
   */
  static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            permissions("rw-------"))) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
