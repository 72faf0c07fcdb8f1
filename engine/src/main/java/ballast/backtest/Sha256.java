package ballast.backtest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of columns. Stateless. */
final class Sha256 {
  private static final int CHUNK = 8_192;

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The column's length and its values, most significant byte first. */
  static void add(MessageDigest digest, long[] column) {
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Long.BYTES);
    bytes.putLong(column.length);
    for (long value : column) {
      if (!bytes.hasRemaining()) {
        digest.update(bytes.flip());
        bytes.clear();
      }
      bytes.putLong(value);
    }
    digest.update(bytes.flip());
  }
}
