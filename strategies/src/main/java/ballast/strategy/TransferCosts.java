package ballast.strategy;

import ballast.strategy.Parameter.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the parameters of a cost-driven band have in common: either its levels are given, or they
 * are worked out from costs and from how much the surplus moves by itself.
 *
 * @param fixed what one transfer costs, USD; a shadow price, since the exchange charges nothing
 * @param proportional what moving one LDUSDT costs besides, as a fraction
 * @param holding what one USD of surplus costs a day
 */
record TransferCosts(Usdt fixed, Ratio proportional, Ratio holding) {
  private static final String TRANSFER_COST = "transfer-cost";
  private static final String PROPORTIONAL_COST = "proportional-cost";
  private static final String HOLDING_COST = "holding-cost";
  private static final String DAILY_DEVIATION = "daily-deviation";
  private static final String HALF_LIFE = "half-life";
  private static final String NO_MONEY = "0 USDT";
  private static final String NOTHING = "0%";
  private static final String FIXED_DEVIATION = "0s";

  static final Parameter FLOOR =
      Parameter.required(
          "floor", Kind.RATIO, "uniMMR at which there is no surplus; more than 1.05x");

  /** The declared parameters of costs, with or without a proportional one. */
  static List<Parameter> parameters(boolean withProportional) {
    List<Parameter> all = new ArrayList<>();
    all.add(
        Parameter.optional(
            TRANSFER_COST,
            Kind.MONEY,
            NO_MONEY,
            "what one transfer costs, a shadow price; 0 USDT where the levels are given"));
    if (withProportional) {
      all.add(
          Parameter.optional(
              PROPORTIONAL_COST,
              Kind.PERCENT,
              NOTHING,
              "what moving costs besides, of the surplus that is moved"));
    }
    all.add(
        Parameter.optional(
            HOLDING_COST,
            Kind.PERCENT,
            NOTHING,
            "what holding surplus costs a day, of the surplus"));
    all.add(
        Parameter.optional(
            DAILY_DEVIATION,
            Kind.MONEY,
            NO_MONEY,
            "standard deviation of a day's change of the surplus, transfers left out"));
    all.add(
        Parameter.optional(
            HALF_LIFE,
            Kind.DURATION,
            FIXED_DEVIATION,
            "after which a change weighs half in the estimate of daily-deviation; 0s: no estimate"));
    return all;
  }

  /**
   * A strategy from costs: of fixed levels, or of such as follow the estimated deviation.
   *
   * @param band the levels for costs and a daily deviation
   */
  static Strategy strategy(Parameters given, Function<TransferCosts, Levels> band) {
    Usdt deviation = positive(given, DAILY_DEVIATION);
    Levels levels = band.apply(read(given));
    Ratio floor = given.ratio("floor");
    Duration halfLife = given.duration(HALF_LIFE);
    SurplusBand now = fitting(levels, floor, deviation);
    if (halfLife.isZero()) {
      return now;
    }
    fitting(levels, floor, FlowDeviation.least(deviation));
    fitting(levels, floor, FlowDeviation.most(deviation));
    return new EstimatedBand(floor, deviation, halfLife, daily -> levels.at(floor, daily));
  }

  /** The best levels over a floor for a daily deviation. */
  interface Levels {
    SurplusBand at(Ratio floor, Usdt dailyDeviation);
  }

  /**
   * @param level the level that is given
   * @throws IllegalArgumentException when costs are given as well
   */
  static void requireNone(Parameters given, String level) {
    for (Parameter cost : parameters(true)) {
      String none = cost.defaultText().orElseThrow();
      String text = given.texts().getOrDefault(cost.name(), none);
      if (!text.equals(none)) {
        throw new IllegalArgumentException(
            cost.name()
                + ": "
                + text
                + " has no meaning where "
                + level
                + " is given; leave one of them out");
      }
    }
  }

  private static TransferCosts read(Parameters given) {
    Ratio holding = given.percent(HOLDING_COST);
    if (!holding.isPositive()) {
      throw new IllegalArgumentException(
          HOLDING_COST + ": must be more than 0%, such as 0.01%, where no levels are given");
    }
    Ratio proportional =
        given.texts().containsKey(PROPORTIONAL_COST)
            ? given.percent(PROPORTIONAL_COST)
            : Ratio.ZERO;
    return new TransferCosts(positive(given, TRANSFER_COST), proportional, holding);
  }

  private static Usdt positive(Parameters given, String name) {
    Usdt amount = given.money(name);
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(
          name + ": must be more than 0 USDT where no levels are given");
    }
    return amount;
  }

  private static SurplusBand fitting(Levels levels, Ratio floor, Usdt deviation) {
    try {
      return levels.at(floor, deviation);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "daily-deviation: " + deviation + " gives no levels: " + e.getMessage(), e);
    }
  }
}
