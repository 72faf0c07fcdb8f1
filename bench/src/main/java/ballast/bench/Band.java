package ballast.bench;

/**
 * The trigger levels of uniMMR that every contender holds, and the levels it is brought back to.
 */
final class Band {
  static final int LOW = 6;
  static final int LOW_TARGET = 7;
  static final int HIGH_TARGET = 9;
  static final int HIGH = 10;

  private Band() {}
}
