package ballast.strategy;

import java.math.RoundingMode;

/**
 * An exact amount of money in units of 1e-8: USDT, LDUSDT or USD, as the place where it stands
 * says. May be negative (equity can be); what is moved is always positive. Overflow throws {@link
 * ArithmeticException}. Immutable.
 *
 * @param e8 the amount in units of 1e-8
 */
public record Usdt(long e8) implements Comparable<Usdt> {
  public static final Usdt ZERO = new Usdt(0);

  /**
   * Reads a plain decimal such as {@code 1234.5}: no sign, exponent or grouping, at most 18 + 8
   * digits.
   *
   * @throws IllegalArgumentException naming the text, when it is anything else
   */
  public static Usdt parse(String text) {
    return new Usdt(FixedPoint.parse(text, "an amount"));
  }

  /**
   * As {@link #parse}, and a leading minus is allowed: for balances and equity, never for what is
   * moved.
   */
  public static Usdt parseSigned(String text) {
    return new Usdt(FixedPoint.parseSigned(text, "an amount"));
  }

  /** A whole number of units of money, such as 1000 for 1000 USDT. */
  public static Usdt of(long whole) {
    return new Usdt(Math.multiplyExact(whole, FixedPoint.ONE));
  }

  public Usdt plus(Usdt other) {
    return new Usdt(Math.addExact(e8, other.e8));
  }

  public Usdt minus(Usdt other) {
    return new Usdt(Math.subtractExact(e8, other.e8));
  }

  public Usdt negated() {
    return new Usdt(Math.negateExact(e8));
  }

  /** This amount times a ratio; rounding is FLOOR, CEILING, DOWN or UP. */
  public Usdt times(Ratio ratio, RoundingMode rounding) {
    return new Usdt(FixedPoint.multiplyDivide(e8, ratio.e8(), FixedPoint.ONE, rounding));
  }

  /** This amount divided by a ratio that is not zero; rounding is FLOOR, CEILING, DOWN or UP. */
  public Usdt dividedBy(Ratio ratio, RoundingMode rounding) {
    return new Usdt(FixedPoint.multiplyDivide(e8, FixedPoint.ONE, ratio.e8(), rounding));
  }

  /** As {@link #dividedBy}, and what is too much to be held is the most that can be. */
  Usdt dividedByClamped(Ratio ratio, RoundingMode rounding) {
    return new Usdt(FixedPoint.multiplyDivideClamped(e8, FixedPoint.ONE, ratio.e8(), rounding));
  }

  public Usdt min(Usdt other) {
    return e8 <= other.e8 ? this : other;
  }

  public Usdt max(Usdt other) {
    return e8 >= other.e8 ? this : other;
  }

  public boolean isPositive() {
    return e8 > 0;
  }

  public boolean isNegative() {
    return e8 < 0;
  }

  @Override
  public int compareTo(Usdt other) {
    return Long.compare(e8, other.e8);
  }

  /**
   * A plain decimal with no more decimals than needed, in no locale: {@code 1234.5}, {@code
   * -0.00000001}.
   */
  @Override
  public String toString() {
    return FixedPoint.format(e8);
  }
}
