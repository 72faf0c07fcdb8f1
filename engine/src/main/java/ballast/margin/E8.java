package ballast.margin;

/**
 * Exact products of numbers in units of 1e-8, such as quantity × price. Both factors are split into
 * whole and fraction, so that nothing needs more than 64 bits and no big integer is made: the
 * models multiply a few times per bar, millions of bars a second. Overflow throws {@link
 * ArithmeticException}.
 */
public final class E8 {
  /** 1 in units of 1e-8. */
  public static final long ONE = 100_000_000L;

  private E8() {}

  /** a × b, rounded towards negative infinity. */
  public static long timesFloor(long a, long b) {
    long aWhole = Math.floorDiv(a, ONE);
    long aFraction = a - aWhole * ONE;
    long bWhole = Math.floorDiv(b, ONE);
    long bFraction = b - bWhole * ONE;
    long wholes = Math.multiplyExact(Math.multiplyExact(aWhole, bWhole), ONE);
    long crossed =
        Math.addExact(Math.multiplyExact(aWhole, bFraction), Math.multiplyExact(aFraction, bWhole));
    return Math.addExact(Math.addExact(wholes, crossed), aFraction * bFraction / ONE);
  }

  /** a × b, rounded towards positive infinity. */
  public static long timesCeiling(long a, long b) {
    return Math.negateExact(timesFloor(Math.negateExact(a), b));
  }
}
