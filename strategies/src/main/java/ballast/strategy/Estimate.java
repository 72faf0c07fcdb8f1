package ballast.strategy;

/** The one way between money, which is exact, and statistics, which are doubles. */
final class Estimate {
  private static final double MOST = 9e10;

  private Estimate() {}

  static double of(Usdt amount) {
    return (double) amount.e8() / FixedPoint.ONE;
  }

  static double of(Ratio ratio) {
    return (double) ratio.e8() / FixedPoint.ONE;
  }

  /**
   * An amount to the nearest 1e-8, ties to the even one. An estimate is no more exact than that,
   * and nothing moves by it: what moves is worked out exactly from the level that it gives, and
   * rounded down.
   *
   * @throws ArithmeticException when it is not a number or beyond 90 billion
   */
  static Usdt money(double usd) {
    if (!(Math.abs(usd) <= MOST)) {
      throw new ArithmeticException(usd + " USD is beyond what money can be");
    }
    return new Usdt((long) Math.rint(usd * FixedPoint.ONE));
  }
}
