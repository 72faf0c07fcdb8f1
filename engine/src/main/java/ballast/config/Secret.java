package ballast.config;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The bytes of a key, secret or password. Prints as {@code ***}, is not serializable, and can be
 * wiped. Safe for use by several threads.
 */
public final class Secret implements AutoCloseable {
  private final byte[] bytes;
  private boolean wiped;

  /** Takes the array over: the caller keeps no other copy. */
  public Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A copy, which the caller wipes.
   *
   * @throws IllegalStateException after {@link #wipe}
   */
  public synchronized byte[] bytes() {
    if (wiped) {
      throw new IllegalStateException("the secret was wiped");
    }
    return bytes.clone();
  }

  /** Overwrites the bytes; they cannot be had afterwards. May be called twice. */
  public synchronized void wipe() {
    Arrays.fill(bytes, (byte) 0);
    wiped = true;
  }

  /** The same as {@link #wipe}. */
  @Override
  public void close() {
    wipe();
  }

  /** Compares in constant time. */
  boolean sameAs(Secret other) {
    byte[] mine = bytes();
    byte[] others = other.bytes();
    try {
      return MessageDigest.isEqual(mine, others);
    } finally {
      Arrays.fill(mine, (byte) 0);
      Arrays.fill(others, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
