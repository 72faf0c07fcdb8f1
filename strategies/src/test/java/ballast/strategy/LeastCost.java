package ballast.strategy;

import java.util.function.IntToDoubleFunction;

/**
 * The least average cost of keeping a stock, and the policy that has it, by relative value
 * iteration: at each step the stock may be changed for K + k × the change, then costs what its
 * level costs, then a random flow arrives. Knows no form of policy; what comes out is a transfer
 * target for every level.
 */
final class LeastCost {
  private static final double PRECISION = 1e-8;

  /** Half of each old value is kept, so that a chain with a period converges too. */
  private static final double DAMPING = 0.5;

  /**
   * A stock to keep between two levels; a flow beyond them ends there.
   *
   * @param fixed K
   * @param proportional k
   * @param bothWays whether the stock may be lowered too
   * @param level what a step at this level costs; infinite where it must not be
   */
  record Stock(
      int lowest,
      int highest,
      double fixed,
      double proportional,
      boolean bothWays,
      IntToDoubleFunction level,
      Flow flow) {}

  private final double cost;
  private final int lowest;
  private final int[] target;

  private LeastCost(double cost, int lowest, int[] target) {
    this.cost = cost;
    this.lowest = lowest;
    this.target = target;
  }

  static LeastCost of(Stock stock) {
    int n = stock.highest() - stock.lowest() + 1;
    double[] value = new double[n];
    double[] kept = new double[n];
    double[] best = new double[n];
    int[] target = new int[n];
    double least = 0;
    double most = Double.POSITIVE_INFINITY;
    while (most - least > PRECISION) {
      keep(stock, value, kept);
      choose(stock, kept, best, target);
      least = Double.POSITIVE_INFINITY;
      most = Double.NEGATIVE_INFINITY;
      for (int x = 0; x < n; x++) {
        least = Math.min(least, best[x] - value[x]);
        most = Math.max(most, best[x] - value[x]);
      }
      double base = best[0];
      for (int x = 0; x < n; x++) {
        value[x] = (1 - DAMPING) * value[x] + DAMPING * (best[x] - base);
      }
    }
    return new LeastCost((least + most) / 2, stock.lowest(), target);
  }

  /** A step, on average. */
  double cost() {
    return cost;
  }

  /** The highest level from which the stock is raised, counted from the lowest without a gap. */
  int raisedUpTo() {
    int x = 0;
    while (x < target.length && target[x] > x + lowest) {
      x++;
    }
    return x - 1 + lowest;
  }

  /** The lowest level from which the stock is lowered. */
  int loweredFrom() {
    int x = raisedUpTo() - lowest + 1;
    while (x < target.length && target[x] == x + lowest) {
      x++;
    }
    return x + lowest;
  }

  /** What the stock is changed to from this level; the level itself where it is left. */
  int target(int level) {
    return target[level - lowest];
  }

  private static void keep(Stock stock, double[] value, double[] kept) {
    int last = value.length - 1;
    for (int y = 0; y <= last; y++) {
      double sum = stock.level().applyAsDouble(y + stock.lowest());
      if (sum < Double.POSITIVE_INFINITY) {
        for (int f = 0; f < stock.flow().kinds(); f++) {
          int arrived = y + stock.flow().size(f);
          sum += stock.flow().share(f) * value[Math.max(0, Math.min(last, arrived))];
        }
      }
      kept[y] = sum;
    }
  }

  /** The best target above each level by a walk down, the best below by a walk up. */
  private static void choose(Stock stock, double[] kept, double[] best, int[] target) {
    double k = stock.proportional();
    int above = kept.length - 1;
    for (int x = kept.length - 1; x >= 0; x--) {
      above = kept[x] + k * x <= kept[above] + k * above ? x : above;
      best[x] = kept[x];
      target[x] = x + stock.lowest();
      consider(stock, x, above, kept, best, target);
    }
    int below = 0;
    for (int x = 0; stock.bothWays() && x < kept.length; x++) {
      below = kept[x] - k * x < kept[below] - k * below ? x : below;
      consider(stock, x, below, kept, best, target);
    }
  }

  private static void consider(
      Stock stock, int x, int y, double[] kept, double[] best, int[] target) {
    double moving = stock.fixed() + stock.proportional() * Math.abs(y - x) + kept[y];
    if (y != x && moving < best[x]) {
      best[x] = moving;
      target[x] = y + stock.lowest();
    }
  }
}
