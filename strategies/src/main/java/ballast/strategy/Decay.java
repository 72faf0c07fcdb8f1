package ballast.strategy;

/**
 * How much of an exponentially weighted past is left after a span of time: factor ^ (span / day).
 * The powers are multiplied from tables, a few exact products a call, because a tick can be every
 * second and a backtest has millions: no logarithm, nothing allocated, the same bits on every Java.
 * Immutable.
 */
final class Decay {
  static final double DAY_MILLIS = 86_400_000;

  private static final int BITS = 8;
  private static final int MASK = (1 << BITS) - 1;

  /** Five digits of 8 bits: 34 years. */
  private static final int DIGITS = 5;

  private final double[][] powers = new double[DIGITS][1 << BITS];

  /**
   * @param dailyFactor what is left after a day, between 0 and 1
   */
  Decay(double dailyFactor) {
    if (!(dailyFactor > 0 && dailyFactor < 1)) {
      throw new IllegalArgumentException(
          "a decay factor must lie between 0 and 1, got " + dailyFactor);
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      double days = (1L << (BITS * digit)) / DAY_MILLIS;
      for (int i = 0; i <= MASK; i++) {
        powers[digit][i] = StrictMath.pow(dailyFactor, days * i);
      }
    }
  }

  /** What is left after so many milliseconds, not negative; nothing after 34 years. */
  double after(long millis) {
    if (millis >>> (BITS * DIGITS) != 0) {
      return 0;
    }
    double left = 1;
    int digit = 0;
    for (long rest = millis; rest != 0; rest >>>= BITS) {
      left *= powers[digit++][(int) rest & MASK];
    }
    return left;
  }
}
