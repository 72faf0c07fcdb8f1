package ballast.stress;

import ballast.backtest.BacktestResult;
import java.time.Duration;

/**
 * An account taken through one scenario, with a policy and left alone.
 *
 * @param scenario its name
 * @param with the policy
 * @param without anything being moved
 */
public record Ordeal(String scenario, BacktestResult with, BacktestResult without) {
  /** Doing nothing had been better. */
  public boolean isWorse() {
    return with.isWorseThan(without);
  }

  /**
   * The policy took back, more than once a day on average, what it had moved just before: its band
   * is narrower than what prices do in an hour. No crash asks for that.
   */
  public boolean isSwinging() {
    return with.reversals() > Math.max(1, with.span().toDays());
  }

  /** Not liquidated, not worse than doing nothing, and without swinging. */
  public boolean isPassed() {
    return !with.liquidated() && !isWorse() && !isSwinging();
  }

  /** What doing nothing had been better by, in plain words; what came of it where it had not. */
  public String verdict() {
    if (!isWorse() && !with.liquidated() && isSwinging()) {
      return "SWINGS: took back the transfer before "
          + with.reversals()
          + " times in "
          + Math.max(1, with.span().toDays())
          + " days";
    }
    if (!isWorse()) {
      return with.liquidated() ? "liquidated with the policy and without" : "survived";
    }
    if (!with.liquidated()) {
      return "WORSE THAN DOING NOTHING: sank to the margin call, left alone less far";
    }
    return without.liquidated()
        ? "WORSE THAN DOING NOTHING: liquidated "
            + span(without.liquidatedBy().getAsLong() - with.liquidatedBy().getAsLong())
            + " before the account left alone"
        : "WORSE THAN DOING NOTHING: liquidated, left alone it survived";
  }

  private static String span(long millis) {
    Duration span = Duration.ofMillis(millis);
    return span.toHours() > 0
        ? span.toHours() + " h " + span.toMinutesPart() + " min"
        : span.toMinutes() + " min";
  }
}
