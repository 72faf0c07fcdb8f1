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

  /** Not liquidated, and not worse than doing nothing. */
  public boolean isPassed() {
    return !with.liquidated() && !isWorse();
  }

  /** What doing nothing had been better by, in plain words; what came of it where it had not. */
  public String verdict() {
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
