package ballast.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256, as the chains use it.
 *
 * @param hex 64 lower-case digits
 */
record Digest(String hex) {
  /** What an account's first link follows. */
  static final Digest NOTHING = new Digest("0".repeat(64));

  static Digest of(String text) {
    return of(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  /** The hash of the link that follows this one and has this canonical text. */
  Digest followedBy(String canonical) {
    MessageDigest sha256 = sha256();
    sha256.update(bytes());
    return of(sha256.digest(canonical.getBytes(StandardCharsets.UTF_8)));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** The first 63 bits: short enough for a key, long enough not to meet by chance. */
  long leading() {
    return ByteBuffer.wrap(bytes()).getLong() >>> 1;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
