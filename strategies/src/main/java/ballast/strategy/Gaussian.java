package ballast.strategy;

/**
 * The standard normal distribution, by {@link StrictMath}, so that every Java and every processor
 * gets the same bits. Meant for making a strategy, not for every tick.
 *
 * @see <a href="https://doi.org/10.18637/jss.v011.i04">G. Marsaglia, "Evaluating the Normal
 *     Distribution", Journal of Statistical Software 11(4), 2004</a>, whose series this is
 */
final class Gaussian {
  private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

  /** Beyond it the series has lost its digits; 1e-16 lies outside. */
  private static final double FARTHEST = 8.2;

  private Gaussian() {}

  /** The probability of less than x, to 1e-15. */
  static double below(double x) {
    if (Math.abs(x) > FARTHEST) {
      return x < 0 ? 0 : 1;
    }
    double term = x;
    double sum = x;
    for (double odd = 3; sum + term != sum; odd += 2) {
      term *= x * x / odd;
      sum += term;
    }
    return 0.5 + sum * StrictMath.exp(-0.5 * x * x) / ROOT_OF_TWO_PI;
  }

  /**
   * The x that this probability lies below, by bisection: to 1e-9 for probabilities from 1e-7 to 1
   * − 1e-7, to 1e-13 in the middle.
   *
   * @throws IllegalArgumentException unless the probability lies between 0 and 1
   */
  static double quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "a probability must lie between 0 and 1, got " + probability);
    }
    double low = -FARTHEST;
    double high = FARTHEST;
    while (true) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (below(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }
}
