package ballast.strategy;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Arithmetic and text of longs that count units of 1e-8. Overflow throws; every division names its
 * rounding.
 */
final class FixedPoint {
  static final int SCALE = 8;
  static final long ONE = 100_000_000L;

  /**
   * Bounded before anything is computed: text such as 1e999999999 or 500 digits never reaches
   * arithmetic.
   */
  private static final Pattern PLAIN = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,8})?");

  private FixedPoint() {}

  /**
   * Reads a plain decimal: no sign, no exponent, no grouping, at most 18 digits before the point
   * and 8 after it.
   */
  static long parse(String text, String what) {
    return read(text, 1, what);
  }

  static long parseSigned(String text, String what) {
    return text.startsWith("-") ? read(text.substring(1), -1, what) : read(text, 1, what);
  }

  /**
   * Counts away from zero on the side of the sign, so that the most negative long is reached too.
   */
  private static long read(String text, int sign, String what) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          what + " must be a plain decimal with at most 8 decimals, got " + Quotation.of(text));
    }
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String fraction = (point < 0 ? "" : text.substring(point + 1)) + "00000000";
    try {
      long units = Math.multiplyExact(Long.parseLong(whole), sign * ONE);
      return Math.addExact(units, sign * Long.parseLong(fraction.substring(0, SCALE)));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(what + " is too large: " + Quotation.of(text), e);
    }
  }

  /** The shortest plain decimal that {@link #parseSigned} reads back to the same value. */
  static String format(long units) {
    long whole = units / ONE;
    long fraction = Math.abs(units % ONE);
    String sign = units < 0 && whole == 0 ? "-" : "";
    if (fraction == 0) {
      return sign + whole;
    }
    String digits = Long.toString(ONE + fraction).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return sign + whole + "." + digits.substring(0, end);
  }

  /** a × b / divisor without intermediate overflow, rounded as named. */
  static long multiplyDivide(long a, long b, long divisor, RoundingMode rounding) {
    if (divisor == 0) {
      throw new ArithmeticException("division by zero");
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
      return divide(low, divisor, rounding);
    }
    BigInteger[] parts =
        BigInteger.valueOf(a)
            .multiply(BigInteger.valueOf(b))
            .divideAndRemainder(BigInteger.valueOf(divisor));
    long quotient = parts[0].longValueExact();
    if (parts[1].signum() == 0) {
      return quotient;
    }
    boolean negative = parts[1].signum() != Long.signum(divisor);
    return Math.addExact(quotient, awayFromZero(negative, rounding));
  }

  /** As {@link #multiplyDivide}, and what lies beyond a long is the end of the range next to it. */
  static long multiplyDivideClamped(long a, long b, long divisor, RoundingMode rounding) {
    if (divisor == 0) {
      throw new ArithmeticException("division by zero");
    }
    try {
      return multiplyDivide(a, b, divisor, rounding);
    } catch (ArithmeticException beyond) {
      int sign = Long.signum(a) * Long.signum(b) * Long.signum(divisor);
      return sign > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
  }

  /** a + b, or the end of the range next to it. */
  static long addClamped(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? endOf(a) : sum;
  }

  /** a − b, or the end of the range next to it. */
  static long subtractClamped(long a, long b) {
    long difference = a - b;
    return ((a ^ b) & (a ^ difference)) < 0 ? endOf(a) : difference;
  }

  private static long endOf(long sign) {
    return sign < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private static long divide(long dividend, long divisor, RoundingMode rounding) {
    if (dividend == Long.MIN_VALUE && divisor == -1) {
      throw new ArithmeticException("long overflow");
    }
    long quotient = dividend / divisor;
    if (quotient * divisor == dividend) {
      return quotient;
    }
    return Math.addExact(quotient, awayFromZero((dividend < 0) != (divisor < 0), rounding));
  }

  /**
   * What is added to a truncated, inexact quotient. Only the roundings that money needs are known.
   */
  private static long awayFromZero(boolean negative, RoundingMode rounding) {
    return switch (rounding) {
      case FLOOR -> negative ? -1 : 0;
      case CEILING -> negative ? 0 : 1;
      case DOWN -> 0;
      case UP -> negative ? -1 : 1;
      case HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY ->
          throw new IllegalArgumentException(
              "rounding must be FLOOR, CEILING, DOWN or UP, got " + rounding);
    };
  }

  /** The sign of a × b − c × d, exactly. */
  static int compareProducts(long a, long b, long c, long d) {
    long leftHigh = Math.multiplyHigh(a, b);
    long rightHigh = Math.multiplyHigh(c, d);
    return leftHigh != rightHigh
        ? Long.compare(leftHigh, rightHigh)
        : Long.compareUnsigned(a * b, c * d);
  }
}
