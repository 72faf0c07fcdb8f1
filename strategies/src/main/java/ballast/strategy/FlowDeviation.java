package ballast.strategy;

import java.math.RoundingMode;
import java.time.Duration;

/**
 * How much the surplus moves by itself in a day, and the reading that the next one is compared
 * with. An exponentially weighted mean of squared changes (RiskMetrics 1996), each weighted by the
 * time it took, so that ticks may come at any rhythm. What was transferred meanwhile shows in
 * LDUSDT in Futures and is taken out at its face value; where LDUSDT counts for less, the estimate
 * is that much too high.
 *
 * @param daily standard deviation of a day's change, USD
 * @param atMillis when the surplus was read, epoch milliseconds
 * @param surplusE8 what it was, USD × 1e8
 * @param heldE8 LDUSDT in Futures at that time × 1e8
 */
record FlowDeviation(Usdt daily, long atMillis, long surplusE8, long heldE8) implements Memory {
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  /** The deviation stays within a tenth and ten times what it begins with. */
  private static final int STRETCH = 10;

  static Usdt least(Usdt start) {
    return new Usdt(start.e8() / STRETCH);
  }

  static Usdt most(Usdt start) {
    return new Usdt(Math.multiplyExact(start.e8(), STRETCH));
  }

  /** What is known after this situation. */
  static FlowDeviation seen(Situation now, Ratio floor, Usdt start, Duration halfLife) {
    long level =
        FixedPoint.multiplyDivideClamped(
            now.maintenanceMarginE8(), floor.e8(), FixedPoint.ONE, RoundingMode.CEILING);
    long surplus = FixedPoint.subtractClamped(now.equityE8(), level);
    Usdt daily =
        now.memory() instanceof FlowDeviation before
            ? before.with(surplus, now, start, halfLife)
            : start;
    return new FlowDeviation(daily, now.nowMillis(), surplus, now.ldusdtInFuturesE8());
  }

  private Usdt with(long surplus, Situation now, Usdt start, Duration halfLife) {
    long passed = now.nowMillis() - atMillis;
    if (passed <= 0) {
      return daily;
    }
    double moved = (double) now.ldusdtInFuturesE8() - heldE8;
    double change = ((double) surplus - surplusE8 - moved) / FixedPoint.ONE;
    double before = Estimate.of(daily);
    double kept = StrictMath.pow(0.5, (double) passed / halfLife.toMillis());
    double variance = kept * before * before + (1 - kept) * change * change / (passed / DAY_MILLIS);
    double most = Estimate.of(most(start));
    return Estimate.money(Math.min(Math.sqrt(variance), most)).max(least(start));
  }

  static Memory recall(String text) {
    if (text.isEmpty()) {
      return Memory.NONE;
    }
    String[] parts = text.split(" ", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(
          "a deviation of flows is four numbers, got " + Quotation.of(text));
    }
    return new FlowDeviation(
        Usdt.parse(parts[0]),
        Long.parseLong(parts[1]),
        Usdt.parseSigned(parts[2]).e8(),
        Usdt.parse(parts[3]).e8());
  }

  @Override
  public String text() {
    return daily + " " + atMillis + " " + new Usdt(surplusE8) + " " + new Usdt(heldE8);
  }
}
