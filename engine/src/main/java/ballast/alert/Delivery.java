package ballast.alert;

import java.util.Locale;

/**
 * What became of one notice on one channel.
 *
 * @param channel its name in the configuration
 * @param attempts how often it was sent; 0 when it was dropped
 * @param failure why it did not arrive, one line without any address or secret; empty when it did
 * @param atMillis when that was known, epoch milliseconds
 */
public record Delivery(
    Notice notice, String channel, Outcome outcome, int attempts, String failure, long atMillis) {
  /** What became of a notice. */
  public enum Outcome {
    /** The channel took it. */
    DELIVERED,
    /** It did not arrive, however often it was tried. */
    FAILED,
    /** It gave way to newer ones, because the channel was too slow. */
    DROPPED;

    /** As metrics write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
