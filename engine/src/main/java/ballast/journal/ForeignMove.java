package ballast.journal;

import ballast.strategy.Usdt;

/**
 * A change of LDUSDT in Futures that no intent of ours explains: a person, another engine, a
 * liquidation.
 *
 * @param account whose
 * @param atMillis when it was noticed
 * @param before LDUSDT in Futures as it should have been
 * @param now LDUSDT in Futures as two readings agreed
 */
public record ForeignMove(String account, long atMillis, Usdt before, Usdt now) {
  public ForeignMove {
    if (before.equals(now)) {
      throw new IllegalArgumentException("nothing was moved: " + before + " before and now");
    }
  }

  /** How much was moved, whichever way. */
  public Usdt size() {
    Usdt change = now.minus(before);
    return change.isNegative() ? change.negated() : change;
  }
}
