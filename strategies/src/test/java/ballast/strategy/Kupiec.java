package ballast.strategy;

/**
 * Kupiec's proportion-of-failures test of a quantile: whether N of T losses worse than it fit the
 * probability p that was promised. P. Kupiec, "Techniques for Verifying the Accuracy of Risk
 * Measurement Models", Journal of Derivatives 3 (1995), 73-84.
 */
final class Kupiec {
  /** The 95 % quantile of chi-squared with one degree of freedom: 1.959963984540 squared. */
  static final double CRITICAL = 3.841458820694;

  private Kupiec() {}

  /** LR = −2 ln[(1 − p)^(T − N) p^N] + 2 ln[(1 − N/T)^(T − N) (N/T)^N], with 0 ln 0 = 0. */
  static double likelihoodRatio(int losses, int exceeded, double probability) {
    double observed = (double) exceeded / losses;
    return 2
        * (term(exceeded, observed)
            + term(losses - exceeded, 1 - observed)
            - term(exceeded, probability)
            - term(losses - exceeded, 1 - probability));
  }

  private static double term(int count, double probability) {
    return count == 0 ? 0 : count * Math.log(probability);
  }

  static boolean rejects(int losses, int exceeded, double probability) {
    return likelihoodRatio(losses, exceeded, probability) > CRITICAL;
  }
}
