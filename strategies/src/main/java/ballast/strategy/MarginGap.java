package ballast.strategy;

import java.math.RoundingMode;

/**
 * How far equity is from a target × maintenance margin + surplus, exactly, and rounded so that a
 * move by it ends on the safe side. An account too large for a long is taken as the largest.
 */
final class MarginGap {
  private MarginGap() {}

  /** What equity lacks to the target, rounded down; negative when it is above. */
  static Usdt below(Ratio target, Usdt surplus, Situation situation) {
    return new Usdt(
        FixedPoint.subtractClamped(
            level(target, surplus, situation, RoundingMode.FLOOR), situation.equityE8()));
  }

  /** What equity has beyond the target, rounded down; negative when it is below. */
  static Usdt above(Ratio target, Usdt surplus, Situation situation) {
    return new Usdt(
        FixedPoint.subtractClamped(
            situation.equityE8(), level(target, surplus, situation, RoundingMode.CEILING)));
  }

  /**
   * Whether equity is below, at or above the target: negative, zero, positive. Exact, and allocates
   * nothing.
   *
   * @param surplus not negative
   */
  static int compare(Ratio target, Usdt surplus, Situation situation) {
    return target.compareQuotient(
        FixedPoint.subtractClamped(situation.equityE8(), surplus.e8()),
        situation.maintenanceMarginE8());
  }

  private static long level(
      Ratio target, Usdt surplus, Situation situation, RoundingMode rounding) {
    return FixedPoint.addClamped(
        FixedPoint.multiplyDivideClamped(
            situation.maintenanceMarginE8(), target.e8(), FixedPoint.ONE, rounding),
        surplus.e8());
  }
}
