package ballast.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * The last 64 bytes of a backup: the SHA-256 of all bytes before them, in hex. They are the zip's
 * comment, so that any unzip still reads the file. A seal shows damage; it is no signature.
 */
final class Seal {
  /** Stands in the file until it is sealed. */
  static final String BLANK = "0".repeat(64);

  private static final int BUFFER = 1 << 16;

  private Seal() {}

  /** Writes the seal over the blank one at the end of the file, and forces the file to disk. */
  static void put(Path file) throws IOException {
    byte[] seal = of(file).hex().getBytes(StandardCharsets.US_ASCII);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(seal), channel.size() - BLANK.length());
      channel.force(true);
    }
  }

  /** True when the file ends with the seal of what stands before. */
  static boolean holds(Path file) throws IOException {
    if (Files.size(file) <= BLANK.length()) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer seal = ByteBuffer.allocate(BLANK.length());
      while (seal.hasRemaining()
          && channel.read(seal, channel.size() - BLANK.length() + seal.position()) >= 0) {}
      return of(file).hex().equals(new String(seal.array(), StandardCharsets.US_ASCII));
    }
  }

  private static Digest of(Path file) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    long left = Files.size(file) - BLANK.length();
    byte[] buffer = new byte[BUFFER];
    try (InputStream bytes = Files.newInputStream(file)) {
      while (left > 0) {
        int read = bytes.read(buffer, 0, (int) Math.min(left, BUFFER));
        if (read < 0) {
          throw new IOException("it became shorter while it was read");
        }
        sha256.update(buffer, 0, read);
        left -= read;
      }
    }
    return Digest.of(sha256.digest());
  }
}
