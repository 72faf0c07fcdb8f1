package ballast.backtest;

import ballast.strategy.Ratio;
import java.time.Duration;

/**
 * How transfers fare in a backtest.
 *
 * @param latency from the decision until the exchange has moved the LDUSDT; the account's intent is
 *     open for so long
 * @param refused share of transfers that the exchange refuses, 0 to 1; nothing moves
 * @param lost share of transfers whose answer is lost and that were never executed, 0 to 1; the
 *     intent is open for the whole quiet window, because nothing proves earlier that it did not
 *     move
 * @param seed from which it is drawn which ones these are
 */
public record Execution(Duration latency, Ratio refused, Ratio lost, long seed) {
  /** Every transfer is executed at the tick that decided it. */
  public static final Execution INSTANT = new Execution(Duration.ZERO, Ratio.ZERO, Ratio.ZERO, 0);

  /** recvWindow, late execution and read lag, as the engine waits at least. */
  static final long QUIET_WINDOW_MILLIS = Duration.ofSeconds(665).toMillis();

  public Execution {
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency must not be negative, got " + latency);
    }
    requireShare("refused", refused);
    requireShare("lost", lost);
    if (refused.e8() + lost.e8() > Ratio.ONE.e8()) {
      throw new IllegalArgumentException(
          "refused and lost together must not be more than 1, got " + refused + " and " + lost);
    }
  }

  private static void requireShare(String name, Ratio share) {
    if (share.e8() < 0 || share.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException(name + " must lie in 0 to 1, got " + share);
    }
  }
}
