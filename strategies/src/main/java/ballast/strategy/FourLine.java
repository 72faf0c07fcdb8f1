package ballast.strategy;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.TransferCosts.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Four levels d &lt; D ≤ U &lt; u of surplus: at d refill to D, at u drain to U. G. Constantinides,
 * "Stochastic Cash Management with Fixed and Proportional Transaction Costs", Mgmt Sci
 * 22:1320-1331, 1976, shows that this form is best where a transfer costs K + k × amount.
 *
 * <p>From costs the levels are those of least average cost for a surplus without drift that must
 * not pass d = 0. With s the deviation a day, i the holding cost, z the return point of {@link
 * MillerOrr} and x = D / z, stationary density and renewal give
 *
 * <pre>
 *   cost = s² (K/D + K/(u−U) + 2k) / (u+U−D) + i (u² + uU + U² − D²) / (3 (u+U−D))
 * </pre>
 *
 * whose derivatives vanish where u − U = 2 z, U = z (4/(3x²) + 2x/3 − 1), and x in (0, 1] solves (1
 * + 2 k s²/(i z²)) x⁴ + 8/9 x³ − x⁶/9 = 16/9. Without proportional cost x = 1, and the levels are
 * those of Miller and Orr.
 */
final class FourLine {
  /** Halvings of (0, 1] after which a double does not change any more. */
  private static final int HALVINGS = 64;

  private FourLine() {}

  private static Levels levels(TransferCosts costs) {
    double fixed = Estimate.of(costs.fixed());
    double proportional = Estimate.of(costs.proportional());
    double holding = Estimate.of(costs.holding());
    return (floor, deviation) -> band(floor, fixed, proportional, holding, Estimate.of(deviation));
  }

  private static SurplusBand band(
      Ratio floor, double fixed, double proportional, double holding, double deviation) {
    double z = MillerOrr.returnPoint(fixed, holding, deviation);
    double x = refillShare(2 * proportional * deviation * deviation / (holding * z * z));
    Usdt lowerTarget = Estimate.money(z * x);
    double drained = z * (4 / (3 * x * x) + 2 * x / 3 - 1);
    return new SurplusBand(
        floor,
        Usdt.ZERO,
        lowerTarget,
        Estimate.money(drained).max(lowerTarget),
        Estimate.money(drained + 2 * z));
  }

  /** The x of the class comment, which the left side of its equation rises to from 0 to 1. */
  private static double refillShare(double weight) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double x = (low + high) / 2;
      double cube = x * x * x;
      boolean below = (1 + weight) * cube * x + 8 * cube / 9 - cube * cube / 9 < 16.0 / 9;
      low = below ? x : low;
      high = below ? high : x;
    }
    return high;
  }

  /** Makes a {@link SurplusBand} of these levels. */
  static final class Factory implements StrategyFactory {
    private static final String LOWER = "lower";
    private static final String LOWER_TARGET = "lower-target";
    private static final String UPPER_TARGET = "upper-target";
    private static final String UPPER = "upper";

    @Override
    public String name() {
      return "four-line";
    }

    @Override
    public String summary() {
      return "Four levels of margin above floor, given or worked out from fixed and proportional costs: refill at the lowest, drain at the highest.";
    }

    @Override
    public String source() {
      return "G. Constantinides, Stochastic Cash Management with Fixed and Proportional Transaction Costs, Mgmt Sci 22, 1976";
    }

    @Override
    public List<Parameter> parameters() {
      List<Parameter> all = new ArrayList<>(List.of(TransferCosts.FLOOR));
      all.addAll(TransferCosts.parameters(true));
      all.add(level(LOWER, "surplus at which LDUSDT moves into Futures"));
      all.add(level(LOWER_TARGET, "surplus to reach from lower"));
      all.add(level(UPPER_TARGET, "surplus to come back to from upper"));
      all.add(
          level(UPPER, "surplus at which LDUSDT moves back to Earn; 0 USDT: all four from costs"));
      return all;
    }

    private static Parameter level(String name, String description) {
      return Parameter.optional(name, Kind.MONEY, "0 USDT", description);
    }

    @Override
    public Map<String, String> example() {
      return Map.of(
          "floor", "5x",
          "transfer-cost", "20 USDT",
          "proportional-cost", "0.01%",
          "holding-cost", "0.01%",
          "daily-deviation", "25000 USDT");
    }

    @Override
    public Strategy create(Parameters parameters) {
      for (String name : List.of(UPPER, UPPER_TARGET, LOWER_TARGET, LOWER)) {
        if (parameters.money(name).isPositive()) {
          TransferCosts.requireNone(parameters, name);
          return new SurplusBand(
              parameters.ratio("floor"),
              parameters.money(LOWER),
              parameters.money(LOWER_TARGET),
              parameters.money(UPPER_TARGET),
              parameters.money(UPPER));
        }
      }
      return TransferCosts.strategy(parameters, FourLine::levels);
    }

    @Override
    public Memory recall(String text) {
      return FlowDeviation.recall(text);
    }
  }
}
