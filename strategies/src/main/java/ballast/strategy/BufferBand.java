package ballast.strategy;

import ballast.strategy.Parameter.Kind;
import java.math.RoundingMode;
import java.util.List;

/**
 * A band of uniMMR over the exchange's liquidation level that is as wide as a measured buffer: low
 * = liquidation + buffer, and low-target, high-target and high at multiples of the buffer above
 * liquidation. The buffer is held between what puts low at {@code floor} and what puts it at {@code
 * ceiling}, so that no measurement lowers the band below the floor.
 *
 * @param least of the buffer, in units of 1e-8
 * @param most of the buffer, in units of 1e-8
 * @param lowTarget multiple, more than 1
 * @param highTarget multiple, at least low-target
 * @param high multiple, more than high-target
 */
record BufferBand(long least, long most, Ratio lowTarget, Ratio highTarget, Ratio high) {
  /** Instead of a move back, while what was measured rests on too little. */
  static final Hold WARMING_UP =
      new Hold("too little has been seen of the account to move anything back");

  private static final Ratio LIQUIDATION = Ratio.parse("1.05");
  private static final Ratio HIGHEST = Ratio.parse("1000");
  private static final Hold NO_MARGIN = new Hold("no maintenance margin: nothing to protect");
  private static final Hold INSIDE = new Hold("uniMMR is inside the band");

  /** As {@link TargetBand}, for the band of this buffer. Allocates nothing. */
  Need need(Situation situation, double buffer) {
    long equity = situation.equityE8();
    long margin = situation.maintenanceMarginE8();
    long held = held(buffer);
    if (compare(equity, margin, level(held)) < 0) {
      return Direction.EARN_TO_FUTURE;
    }
    if (margin == 0) {
      return NO_MARGIN;
    }
    return compare(equity, margin, level(times(held, high))) > 0
        ? Direction.FUTURE_TO_EARN
        : INSIDE;
  }

  /** As {@link TargetBand}, for the band of this buffer. */
  Proposal propose(Situation situation, Transferable transferable, double buffer) {
    return band(buffer).propose(situation, transferable);
  }

  /** The levels that stand for this buffer, in maintenance margins. */
  TargetBand band(double buffer) {
    long held = held(buffer);
    return new TargetBand(
        new Ratio(level(held)),
        new Ratio(level(times(held, lowTarget))),
        new Ratio(level(times(held, highTarget))),
        new Ratio(level(times(held, high))));
  }

  /** The one place where the statistic becomes exact; not a number counts as the least. */
  private long held(double buffer) {
    return Math.min(Math.max((long) (buffer * FixedPoint.ONE), least), most);
  }

  private static long level(long buffer) {
    return LIQUIDATION.e8() + buffer;
  }

  private static long times(long buffer, Ratio multiple) {
    return FixedPoint.multiplyDivide(buffer, multiple.e8(), FixedPoint.ONE, RoundingMode.DOWN);
  }

  private static int compare(long equity, long margin, long level) {
    return FixedPoint.compareProducts(equity, FixedPoint.ONE, level, margin);
  }

  /** What every strategy with such a band declares. */
  static List<Parameter> parameters() {
    return List.of(
        Parameter.required(
            "floor",
            Kind.RATIO,
            "uniMMR that low never lies below, whatever was measured; more than 1.05x"),
        Parameter.optional(
            "ceiling", Kind.RATIO, "10x", "uniMMR that low never lies above; at least floor"),
        Parameter.optional(
            "low-target",
            Kind.RATIO,
            "1.5x",
            "to be reached from below, in buffers above 1.05x; more than 1x"),
        Parameter.optional(
            "high-target",
            Kind.RATIO,
            "2x",
            "to be reached from above, in buffers above 1.05x; at least low-target"),
        Parameter.optional(
            "high",
            Kind.RATIO,
            "3x",
            "above it LDUSDT goes back to Earn, in buffers above 1.05x; more than high-target"));
  }

  /**
   * @throws IllegalArgumentException in one plain line when levels do not fit each other
   */
  static BufferBand of(Parameters parameters) {
    Ratio floor = parameters.ratio("floor");
    Ratio ceiling = parameters.ratio("ceiling");
    Ratio lowTarget = parameters.ratio("low-target");
    Ratio highTarget = parameters.ratio("high-target");
    Ratio high = parameters.ratio("high");
    require(
        floor.compareTo(LIQUIDATION) > 0,
        "floor",
        floor,
        "must be above 1.05x, where the exchange liquidates");
    require(
        ceiling.compareTo(floor) >= 0,
        "ceiling",
        ceiling,
        "must not be below floor (" + floor + "x)");
    require(lowTarget.compareTo(Ratio.ONE) > 0, "low-target", lowTarget, "must be above 1x");
    require(
        highTarget.compareTo(lowTarget) >= 0,
        "high-target",
        highTarget,
        "must not be below low-target (" + lowTarget + "x)");
    require(
        high.compareTo(highTarget) > 0,
        "high",
        high,
        "must be above high-target (" + highTarget + "x)");
    require(
        high.compareTo(HIGHEST) <= 0 && ceiling.compareTo(HIGHEST) <= 0,
        ceiling.compareTo(high) > 0 ? "ceiling" : "high",
        ceiling.compareTo(high) > 0 ? ceiling : high,
        "must not be above 1000x");
    return new BufferBand(
        floor.e8() - LIQUIDATION.e8(),
        ceiling.e8() - LIQUIDATION.e8(),
        lowTarget,
        highTarget,
        high);
  }

  private static void require(boolean holds, String name, Ratio value, String what) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + "x " + what);
    }
  }
}
