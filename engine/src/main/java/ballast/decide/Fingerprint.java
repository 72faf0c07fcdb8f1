package ballast.decide;

import ballast.strategy.Usdt;

/**
 * Marks amounts in their last decimals, so that a transfer without an id is known again in the
 * balances even when others have moved too. The mark goes round with the count of the account's
 * intents and is never all zeros, so that no round amount carries it. A marked amount is never more
 * than the wanted one.
 *
 * @param decimals the decimals that the exchange accepts, of which the last four carry the mark;
 *     with fewer than four people's own amounts carry it too often for it to prove anything; 0 when
 *     amounts are not marked
 */
public record Fingerprint(int decimals) {
  private static final int USDT_DECIMALS = 8;
  private static final int MARK_DIGITS = 4;

  /** People move whole cents, in units of 1e-8. */
  private static final long CENT = 1_000_000;

  /** Amounts stay as they are. */
  public static final Fingerprint OFF = new Fingerprint(0);

  /** In the decimals that balances are shown in. */
  public static final Fingerprint FINEST = new Fingerprint(USDT_DECIMALS);

  public Fingerprint {
    if (decimals < 0 || decimals > USDT_DECIMALS) {
      throw new IllegalArgumentException("a fingerprint has 0 to 8 decimals, got " + decimals);
    }
  }

  public boolean isOff() {
    return decimals == 0;
  }

  /**
   * The largest marked amount that is not more than wanted; where that would be less than the
   * least, the largest amount in these decimals.
   *
   * @param intentsBefore how many intents the account had before
   * @param least what a transfer must not be less than
   */
  Usdt mark(Usdt wanted, long intentsBefore, Usdt least) {
    if (isOff()) {
      return wanted;
    }
    long mark = (1 + Math.floorMod(intentsBefore, marks() - 1)) * step();
    Usdt marked = new Usdt(wanted.e8() - Math.floorMod(wanted.e8() - mark, unit()));
    return marked.compareTo(least) < 0
        ? new Usdt(wanted.e8() - Math.floorMod(wanted.e8(), step()))
        : marked;
  }

  /**
   * True when this amount is in what moved, with a round amount of someone else's or without: it
   * has a mark, and all digits below {@link #roundness()} are its own.
   *
   * @param moved what moved, positive the way of this amount
   */
  public boolean knows(Usdt amount, Usdt moved) {
    return isMarked(amount) && isRound(moved.minus(amount));
  }

  /**
   * True when this amount is not in what moved, neither once nor twice: it has a mark, and what
   * moved is as round as people's amounts are.
   *
   * @param moved what moved, positive the way of this amount
   */
  public boolean rulesOut(Usdt amount, Usdt moved) {
    return isMarked(amount) && isRound(moved) && !isRound(moved.minus(amount).minus(amount));
  }

  private boolean isMarked(Usdt amount) {
    return decimals >= MARK_DIGITS && Math.floorMod(amount.e8(), unit()) != 0;
  }

  /** True of what people move, and of a wallet that someone emptied and filled again. */
  public boolean isRound(Usdt amount) {
    return Math.floorMod(amount.e8(), roundness()) == 0;
  }

  /** What someone else's amounts are multiples of: never finer than a mark, in units of 1e-8. */
  private long roundness() {
    return Math.max(unit(), CENT);
  }

  /** How many marks there are, the one of all zeros included. */
  private long marks() {
    return power(Math.min(MARK_DIGITS, decimals));
  }

  /** The last decimal that the exchange accepts, in units of 1e-8. */
  private long step() {
    return power(USDT_DECIMALS - decimals);
  }

  /** What amounts without a mark are multiples of, in units of 1e-8. */
  private long unit() {
    return marks() * step();
  }

  private static long power(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }
}
