package ballast.sweep;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The exact long-run cost a period of refilling up to one level whenever the stock is at another or
 * below it, with Poisson demand and no lead time, by the renewal equations of Zheng and Federgruen
 * (1991). In 40 digits: where demand is large, neighbours of the best policy cost the same to the
 * last digit of a double.
 */
final class Refill {
  private static final MathContext DIGITS = new MathContext(40);

  private final BigDecimal[][] costs;
  private final BigDecimal[] lengths;

  /**
   * @param demand mean in a period
   * @param order cost of a refill
   * @param holding cost of a unit left over
   * @param shortage cost of a unit short
   * @param levels stocks that are considered, from 0 to before it
   */
  Refill(int demand, int order, int holding, int shortage, int levels) {
    BigDecimal[] chances = poisson(demand, levels);
    BigDecimal[] oneLevel = oneLevel(chances, demand, holding, shortage);
    BigDecimal[] visits = visits(chances);
    lengths = new BigDecimal[levels + 1];
    costs = new BigDecimal[levels][];
    lengths[0] = BigDecimal.ZERO;
    for (int below = 0; below < levels; below++) {
      lengths[below + 1] = lengths[below].add(visits[below], DIGITS);
    }
    for (int upTo = 0; upTo < levels; upTo++) {
      costs[upTo] = new BigDecimal[upTo + 2];
      costs[upTo][0] = BigDecimal.valueOf(order);
      for (int below = 0; below <= upTo; below++) {
        BigDecimal there = visits[below].multiply(oneLevel[upTo - below], DIGITS);
        costs[upTo][below + 1] = costs[upTo][below].add(there, DIGITS);
      }
    }
  }

  /** The cost a period when the stock is brought up to {@code upTo} at {@code when} or below. */
  BigDecimal cost(int when, int upTo) {
    return costs[upTo][upTo - when].divide(lengths[upTo - when], DIGITS);
  }

  /** exp(-demand) demand^n / n!, with e from its series. */
  private static BigDecimal[] poisson(int demand, int levels) {
    BigDecimal e = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n < 45; n++) {
      term = term.divide(BigDecimal.valueOf(n), DIGITS);
      e = e.add(term, DIGITS);
    }
    BigDecimal[] chances = new BigDecimal[levels];
    chances[0] = BigDecimal.ONE.divide(e.pow(demand, DIGITS), DIGITS);
    for (int n = 1; n < levels; n++) {
      chances[n] =
          chances[n - 1]
              .multiply(BigDecimal.valueOf(demand), DIGITS)
              .divide(BigDecimal.valueOf(n), DIGITS);
    }
    return chances;
  }

  /** What a period costs that begins with this stock. */
  private static BigDecimal[] oneLevel(
      BigDecimal[] chances, int demand, int holding, int shortage) {
    BigDecimal[] costs = new BigDecimal[chances.length];
    for (int level = 0; level < costs.length; level++) {
      BigDecimal left = BigDecimal.ZERO;
      for (int asked = 0; asked < level; asked++) {
        left = left.add(chances[asked].multiply(BigDecimal.valueOf(level - asked), DIGITS), DIGITS);
      }
      BigDecimal missing = left.add(BigDecimal.valueOf(demand - level), DIGITS);
      costs[level] =
          left.multiply(BigDecimal.valueOf(holding), DIGITS)
              .add(missing.multiply(BigDecimal.valueOf(shortage), DIGITS), DIGITS);
    }
    return costs;
  }

  /** How many periods of a cycle begin with this much less than the upper level. */
  private static BigDecimal[] visits(BigDecimal[] chances) {
    BigDecimal moved = BigDecimal.ONE.subtract(chances[0], DIGITS);
    BigDecimal[] visits = new BigDecimal[chances.length];
    visits[0] = BigDecimal.ONE.divide(moved, DIGITS);
    for (int below = 1; below < visits.length; below++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int asked = 1; asked <= below; asked++) {
        sum = sum.add(chances[asked].multiply(visits[below - asked], DIGITS), DIGITS);
      }
      visits[below] = sum.divide(moved, DIGITS);
    }
    return visits;
  }
}
