package ballast.strategy;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.Proposal.Move;
import java.util.List;
import java.util.Map;

/**
 * Trigger and target levels of uniMMR (hysteresis): below {@code low} bring it to {@code
 * low-target}, above {@code high} bring it to {@code high-target}, else hold. amount = (target ×
 * maintenance margin − equity) / marginal collateral rate, tier by tier, rounded down, at most what
 * is transferable.
 */
record TargetBand(Ratio low, Ratio lowTarget, Ratio highTarget, Ratio high) implements Strategy {
  private static final Hold NO_MARGIN = new Hold("no maintenance margin: nothing to protect");
  private static final Hold INSIDE = new Hold("uniMMR is inside the band");
  private static final Hold NOTHING_TRANSFERABLE =
      new Hold("nothing is transferable in the needed direction");
  private static final Hold NOTHING_GAINED = new Hold("more LDUSDT would not count as margin");
  private static final Hold NOTHING_TO_RETURN =
      new Hold("no LDUSDT in Futures can go back without passing high-target");
  private static final String TO_LOW_TARGET = "uniMMR is below low: bring it to low-target";
  private static final String TO_HIGH_TARGET = "uniMMR is above high: bring it to high-target";

  @Override
  public Need need(Situation situation) {
    return need(situation.equityE8(), situation.maintenanceMarginE8());
  }

  /** For an equity other than the account's, such as what is left of it. */
  Need need(long equity, long margin) {
    if (low.compareQuotient(equity, margin) < 0) {
      return Direction.EARN_TO_FUTURE;
    }
    if (margin == 0) {
      return NO_MARGIN;
    }
    return high.compareQuotient(equity, margin) > 0 ? Direction.FUTURE_TO_EARN : INSIDE;
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
            ? collateral.toRaise(MarginGap.below(lowTarget, Usdt.ZERO, situation), held)
            : collateral.toLower(MarginGap.above(highTarget, Usdt.ZERO, situation), held);
    Usdt amount = wanted.min(transferable.amount());
    if (!amount.isPositive()) {
      return rescue ? NOTHING_GAINED : NOTHING_TO_RETURN;
    }
    return new Move(amount, rescue ? TO_LOW_TARGET : TO_HIGH_TARGET);
  }

  /** Makes {@link TargetBand}. */
  static final class Factory implements StrategyFactory {
    @Override
    public String name() {
      return "target-band";
    }

    @Override
    public String summary() {
      return "Below low bring uniMMR to low-target, above high bring it back to high-target, in between hold.";
    }

    @Override
    public String source() {
      return "DeFi Saver Automated Leverage Management; Summer.fi Auto-Buy and Auto-Sell";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(
          Parameter.required(
              "low",
              Kind.RATIO,
              "uniMMR below which LDUSDT is moved into Futures; more than 1.05x"),
          Parameter.required("low-target", Kind.RATIO, "uniMMR to reach from below; more than low"),
          Parameter.required(
              "high-target", Kind.RATIO, "uniMMR to reach from above; at least low-target"),
          Parameter.required(
              "high",
              Kind.RATIO,
              "uniMMR above which LDUSDT is moved back to Earn; more than high-target"));
    }

    @Override
    public Map<String, String> example() {
      return Map.of("low", "1.6x", "low-target", "2x", "high-target", "2.6x", "high", "3.2x");
    }

    @Override
    public TargetBand create(Parameters parameters) {
      Ratio low = parameters.ratio("low");
      Ratio lowTarget = parameters.ratio("low-target");
      Ratio highTarget = parameters.ratio("high-target");
      Ratio high = parameters.ratio("high");
      requireOrder(
          low.compareTo(Ratio.parse("1.05")) > 0,
          "low",
          low,
          "must be above 1.05x, where the exchange liquidates");
      requireOrder(
          lowTarget.compareTo(low) > 0,
          "low-target",
          lowTarget,
          "must be above low (" + low + "x)");
      requireOrder(
          highTarget.compareTo(lowTarget) >= 0,
          "high-target",
          highTarget,
          "must not be below low-target (" + lowTarget + "x)");
      requireOrder(
          high.compareTo(highTarget) > 0,
          "high",
          high,
          "must be above high-target (" + highTarget + "x)");
      requireOrder(
          high.compareTo(Ratio.parse("1000")) <= 0, "high", high, "must not be above 1000x");
      return new TargetBand(low, lowTarget, highTarget, high);
    }

    private static void requireOrder(boolean holds, String name, Ratio value, String what) {
      if (!holds) {
        throw new IllegalArgumentException(name + ": " + value + "x " + what);
      }
    }
  }
}
