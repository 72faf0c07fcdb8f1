package ballast.strategy;

import java.math.RoundingMode;

/**
 * An exact ratio in units of 1e-8: a uniMMR, a collateral rate, a price, a funding rate. Overflow
 * throws {@link ArithmeticException}. Immutable.
 *
 * @param e8 the ratio in units of 1e-8
 */
public record Ratio(long e8) implements Comparable<Ratio> {
  public static final Ratio ZERO = new Ratio(0);
  public static final Ratio ONE = new Ratio(FixedPoint.ONE);

  /**
   * Reads a plain decimal such as {@code 1.6}: no sign, exponent or grouping, at most 18 + 8
   * digits.
   *
   * @throws IllegalArgumentException naming the text, when it is anything else
   */
  public static Ratio parse(String text) {
    return new Ratio(FixedPoint.parse(text, "a ratio"));
  }

  /** As {@link #parse}, and a leading minus is allowed: for funding rates. */
  public static Ratio parseSigned(String text) {
    return new Ratio(FixedPoint.parseSigned(text, "a ratio"));
  }

  /** numerator / denominator, which must not be zero; rounding is FLOOR, CEILING, DOWN or UP. */
  public static Ratio of(Usdt numerator, Usdt denominator, RoundingMode rounding) {
    return new Ratio(
        FixedPoint.multiplyDivide(numerator.e8(), FixedPoint.ONE, denominator.e8(), rounding));
  }

  /** This ratio times another; rounding is FLOOR, CEILING, DOWN or UP. */
  public Ratio times(Ratio other, RoundingMode rounding) {
    return new Ratio(FixedPoint.multiplyDivide(e8, other.e8, FixedPoint.ONE, rounding));
  }

  /**
   * Compares equity / margin with this ratio without dividing, so exactly and also for a margin of
   * zero: negative when equity is less than ratio × margin, zero when equal, positive when more.
   *
   * @param equityE8 in units of 1e-8, of any sign
   * @param marginE8 in units of 1e-8, not negative
   */
  public int compareQuotient(long equityE8, long marginE8) {
    return FixedPoint.compareProducts(equityE8, FixedPoint.ONE, e8, marginE8);
  }

  public boolean isPositive() {
    return e8 > 0;
  }

  @Override
  public int compareTo(Ratio other) {
    return Long.compare(e8, other.e8);
  }

  /** A plain decimal with no more decimals than needed, in no locale. */
  @Override
  public String toString() {
    return FixedPoint.format(e8);
  }
}
