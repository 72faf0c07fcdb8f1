package ballast.strategy;

import ballast.strategy.Proposal.Move;

/**
 * Four levels of surplus, surplus being equity − floor × maintenance margin in USD: at lower or
 * below it is brought up to lower-target, at upper or above down to upper-target, in between
 * nothing moves. Comparisons are exact; amounts are worked out tier by tier and rounded down, so
 * that a move ends at or just under lower-target, and never below upper-target.
 *
 * @param floor uniMMR at which there is no surplus
 * @param lower surplus at which LDUSDT moves into Futures, not negative
 * @param lowerTarget surplus to reach from there
 * @param upperTarget surplus to come back to
 * @param upper surplus at which LDUSDT moves back to Earn
 */
record SurplusBand(Ratio floor, Usdt lower, Usdt lowerTarget, Usdt upperTarget, Usdt upper)
    implements Strategy {
  private static final Ratio LIQUIDATION = Ratio.parse("1.05");
  private static final Ratio MOST_FLOOR = Ratio.parse("1000");
  private static final Usdt MOST_SURPLUS = Usdt.of(10_000_000_000L);
  private static final Hold NO_MARGIN = new Hold("no maintenance margin: nothing to protect");
  private static final Hold INSIDE = new Hold("the surplus is between its limits");
  private static final Hold NOTHING_TRANSFERABLE =
      new Hold("nothing is transferable in the needed direction");
  private static final Hold NOTHING_GAINED = new Hold("more LDUSDT would not count as margin");
  private static final Hold NOTHING_TO_RETURN =
      new Hold("no LDUSDT in Futures can go back without passing the level to return to");
  private static final String REFILL = "the surplus is at its lower limit: refill it";
  private static final String DRAIN = "the surplus is at its upper limit: bring it down";

  SurplusBand {
    if (floor.compareTo(LIQUIDATION) <= 0 || floor.compareTo(MOST_FLOOR) > 0) {
      throw new IllegalArgumentException(
          "floor: " + floor + "x must be above 1.05x, where the exchange liquidates, to 1000x");
    }
    requireRise("lower-target", lowerTarget, "lower", lower);
    if (upperTarget.compareTo(lowerTarget) < 0) {
      throw new IllegalArgumentException(
          "upper-target: " + upperTarget + " must not be below lower-target (" + lowerTarget + ")");
    }
    requireRise("upper", upper, "upper-target", upperTarget);
    if (upper.compareTo(MOST_SURPLUS) > 0) {
      throw new IllegalArgumentException(
          "upper: " + upper + " must not be above " + MOST_SURPLUS + " USDT");
    }
  }

  private static void requireRise(String name, Usdt value, String before, Usdt least) {
    if (value.compareTo(least) <= 0) {
      throw new IllegalArgumentException(
          name + ": " + value + " must be above " + before + " (" + least + ")");
    }
  }

  @Override
  public Need need(Situation situation) {
    if (situation.maintenanceMarginE8() == 0) {
      return situation.equityE8() < 0 ? Direction.EARN_TO_FUTURE : NO_MARGIN;
    }
    if (MarginGap.compare(floor, lower, situation) <= 0) {
      return Direction.EARN_TO_FUTURE;
    }
    return MarginGap.compare(floor, upper, situation) >= 0 ? Direction.FUTURE_TO_EARN : INSIDE;
  }

  @Override
  public Proposal propose(Situation situation, Transferable transferable) {
    if (!transferable.amount().isPositive()) {
      return NOTHING_TRANSFERABLE;
    }
    Usdt held = new Usdt(situation.ldusdtInFuturesE8());
    Collateral collateral = transferable.collateral();
    boolean rescue = transferable.direction() == Direction.EARN_TO_FUTURE;
    Usdt wanted =
        rescue
            ? collateral.toRaise(MarginGap.below(floor, lowerTarget, situation), held)
            : collateral.toLower(MarginGap.above(floor, upperTarget, situation), held);
    Usdt amount = wanted.min(transferable.amount());
    if (!amount.isPositive()) {
      return rescue ? NOTHING_GAINED : NOTHING_TO_RETURN;
    }
    return new Move(amount, rescue ? REFILL : DRAIN);
  }
}
