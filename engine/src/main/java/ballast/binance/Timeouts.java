package ballast.binance;

import java.time.Duration;

/**
 * How long one call may take. The time-out of the whole call is the one that holds against an
 * answer that drips in byte by byte.
 *
 * @param connect for one TCP connection, TLS included
 * @param read between two bytes of the answer
 * @param write between two bytes of the request
 * @param call from the first look-up of the host to the last byte of the answer
 */
public record Timeouts(Duration connect, Duration read, Duration write, Duration call) {
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(3),
          Duration.ofSeconds(8),
          Duration.ofSeconds(3),
          Duration.ofSeconds(10));

  public Timeouts {
    requirePositive(connect, "connect");
    requirePositive(read, "read");
    requirePositive(write, "write");
    requirePositive(call, "call");
  }

  /** Zero would mean no time-out at all, which is never meant. */
  private static void requirePositive(Duration timeout, String name) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "the " + name + " time-out must be positive, got " + timeout);
    }
  }
}
