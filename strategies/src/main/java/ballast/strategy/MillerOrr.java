package ballast.strategy;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.TransferCosts.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The levels of M. H. Miller, D. Orr, "A Model of the Demand for Money by Firms", QJE
 * 80(3):413-435, 1966: a balance between 0 and h is let go, at 0 refilled to z and at h drained to
 * z, where z = (3 b s² / 4 i)^(1/3) and h = 3 z. The balance is the surplus of equity over floor ×
 * maintenance margin.
 *
 * <p>Assumed: the surplus goes up and down without drift and without jumps, a transfer costs b
 * whatever its size and arrives at once, and a surplus of zero must not be passed.
 */
final class MillerOrr {
  private MillerOrr() {}

  /**
   * z.
   *
   * @param transferCost b, USD a transfer
   * @param holdingCost i, USD a day for each USD
   * @param dailyDeviation s, USD
   */
  static double returnPoint(double transferCost, double holdingCost, double dailyDeviation) {
    return StrictMath.cbrt(3 * transferCost * dailyDeviation * dailyDeviation / (4 * holdingCost));
  }

  /** Lower limit 0, return point z, upper limit exactly 3 z. */
  static SurplusBand band(Ratio floor, Usdt returnPoint) {
    Usdt upperLimit = returnPoint.plus(returnPoint).plus(returnPoint);
    return new SurplusBand(floor, Usdt.ZERO, returnPoint, returnPoint, upperLimit);
  }

  private static Levels levels(TransferCosts costs) {
    double transfer = Estimate.of(costs.fixed());
    double holding = Estimate.of(costs.holding());
    return (floor, deviation) ->
        band(floor, Estimate.money(returnPoint(transfer, holding, Estimate.of(deviation))));
  }

  /** Makes a {@link SurplusBand} of these levels. */
  static final class Factory implements StrategyFactory {
    private static final String RETURN_POINT = "return-point";
    private static final String UPPER_LIMIT = "upper-limit";

    @Override
    public String name() {
      return "miller-orr";
    }

    @Override
    public String summary() {
      return "When the margin above floor is used up refill it to a point, at an upper limit drain it to that point.";
    }

    @Override
    public String source() {
      return "M. H. Miller, D. Orr, A Model of the Demand for Money by Firms, QJE 80(3), 1966";
    }

    @Override
    public List<Parameter> parameters() {
      List<Parameter> all = new ArrayList<>(List.of(TransferCosts.FLOOR));
      all.addAll(TransferCosts.parameters(false));
      all.add(
          Parameter.optional(
              RETURN_POINT,
              Kind.MONEY,
              "0 USDT",
              "surplus to come back to; 0 USDT: worked out from the costs"));
      all.add(
          Parameter.optional(
              UPPER_LIMIT,
              Kind.MONEY,
              "0 USDT",
              "surplus at which LDUSDT moves back to Earn; 0 USDT: three times return-point"));
      return all;
    }

    @Override
    public Map<String, String> example() {
      return Map.of(
          "floor", "5x",
          "transfer-cost", "20 USDT",
          "holding-cost", "0.01%",
          "daily-deviation", "25000 USDT",
          "half-life", "7d");
    }

    @Override
    public Strategy create(Parameters parameters) {
      Usdt returnPoint = parameters.money(RETURN_POINT);
      Usdt upperLimit = parameters.money(UPPER_LIMIT);
      if (returnPoint.isPositive()) {
        TransferCosts.requireNone(parameters, RETURN_POINT);
        return given(parameters.ratio("floor"), returnPoint, upperLimit);
      }
      if (upperLimit.isPositive()) {
        throw new IllegalArgumentException(
            UPPER_LIMIT + ": " + upperLimit + " USDT needs a return-point below it");
      }
      return TransferCosts.strategy(parameters, MillerOrr::levels);
    }

    private static Strategy given(Ratio floor, Usdt returnPoint, Usdt upperLimit) {
      if (!upperLimit.isPositive()) {
        return band(floor, returnPoint);
      }
      if (upperLimit.compareTo(returnPoint) <= 0) {
        throw new IllegalArgumentException(
            UPPER_LIMIT + ": " + upperLimit + " must be above return-point (" + returnPoint + ")");
      }
      return new SurplusBand(floor, Usdt.ZERO, returnPoint, returnPoint, upperLimit);
    }

    @Override
    public Memory recall(String text) {
      return FlowDeviation.recall(text);
    }
  }
}
