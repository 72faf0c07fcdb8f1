package ballast.strategy;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.Proposal.Move;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * A discrete PI controller of uniMMR: with the error e = setpoint − uniMMR and the sum of the
 * errors since the dead band was left, uniMMR is to change by u = proportional × e + integral ×
 * sum. Inside the dead band nothing moves and the sum is forgotten.
 *
 * <p>Two things keep the sum from winding up. What max-step or the setpoint cuts from u is taken
 * out of the sum (back-calculation), so that the sum never asks for more than was given. And a
 * sample whose move has not arrived, because the guard refused it or it is not settled, is taken
 * again rather than added.
 *
 * <p>LDUSDT goes back to Earn at most as far as the setpoint, whatever the sum says: overshoot into
 * safety is allowed, out of it not.
 *
 * @param low setpoint − dead-band
 * @param setpoint the uniMMR to hold
 * @param high setpoint + dead-band
 * @param proportional share of the error that a move corrects
 * @param integral share of the summed errors that a move corrects besides
 * @param maxStep most that one move changes uniMMR by
 */
record PiDeadBand(
    Ratio low, Ratio setpoint, Ratio high, Ratio proportional, Ratio integral, Ratio maxStep)
    implements Strategy {
  private static final long MOST_ERROR_E8 = Ratio.parse("1000").e8();
  private static final Hold NO_MARGIN = new Hold("no maintenance margin: nothing to protect");
  private static final Hold INSIDE = new Hold("uniMMR is inside the dead band");
  private static final Hold BALANCED = new Hold("past errors balance this one");
  private static final Hold NOTHING_TRANSFERABLE =
      new Hold("nothing is transferable in the needed direction");
  private static final Hold NOTHING_GAINED = new Hold("more LDUSDT would not count as margin");
  private static final Hold NOTHING_TO_RETURN =
      new Hold("no LDUSDT in Futures can go back without passing the setpoint");
  private static final String RAISE = "raise uniMMR towards the setpoint";
  private static final String LOWER = "lower uniMMR towards the setpoint";

  /**
   * One sample.
   *
   * @param outputE8 the change of uniMMR that is wanted × 1e8; negative for a return
   */
  private record Sample(long outputE8, ErrorSum after) {}

  @Override
  public Memory remember(Situation situation) {
    return isIdle(situation) ? Memory.NONE : sample(situation).after();
  }

  @Override
  public Need need(Situation situation) {
    if (situation.maintenanceMarginE8() == 0) {
      return situation.equityE8() < 0 ? Direction.EARN_TO_FUTURE : NO_MARGIN;
    }
    if (isIdle(situation)) {
      return INSIDE;
    }
    long output = sample(situation).outputE8();
    if (output == 0) {
      return BALANCED;
    }
    return output > 0 ? Direction.EARN_TO_FUTURE : Direction.FUTURE_TO_EARN;
  }

  @Override
  public Proposal propose(Situation situation, Transferable transferable) {
    if (!transferable.amount().isPositive()) {
      return NOTHING_TRANSFERABLE;
    }
    boolean rescue = transferable.direction() == Direction.EARN_TO_FUTURE;
    Usdt held = new Usdt(situation.ldusdtInFuturesE8());
    Usdt equity = change(situation);
    Usdt wanted =
        rescue
            ? transferable.collateral().toRaise(equity, held)
            : transferable.collateral().toLower(equity, held);
    Usdt amount = wanted.min(transferable.amount());
    if (!amount.isPositive()) {
      return rescue ? NOTHING_GAINED : NOTHING_TO_RETURN;
    }
    return new Move(amount, rescue ? RAISE : LOWER);
  }

  /** Without maintenance margin there is no uniMMR to control. */
  private boolean isIdle(Situation situation) {
    long equity = situation.equityE8();
    long margin = situation.maintenanceMarginE8();
    return margin == 0
        || (low.compareQuotient(equity, margin) >= 0 && high.compareQuotient(equity, margin) <= 0);
  }

  /** By how much equity is to change either way, rounded down; a debt without margin is paid. */
  private Usdt change(Situation situation) {
    long margin = situation.maintenanceMarginE8();
    if (margin == 0) {
      return MarginGap.below(setpoint, Usdt.ZERO, situation);
    }
    long size = Math.abs(sample(situation).outputE8());
    return new Usdt(
        FixedPoint.multiplyDivideClamped(margin, size, FixedPoint.ONE, RoundingMode.FLOOR));
  }

  private Sample sample(Situation situation) {
    Usdt held = new Usdt(situation.ldusdtInFuturesE8());
    long carried = situation.memory() instanceof ErrorSum earlier ? earlier.carried(held) : 0;
    long error = error(situation);
    long sum = FixedPoint.addClamped(carried, error);
    long fromError = times(proportional, error);
    long wanted = FixedPoint.addClamped(fromError, times(integral, sum));
    long output = bounded(wanted, error);
    long kept =
        output == wanted
            ? sum
            : FixedPoint.multiplyDivideClamped(
                output - fromError, FixedPoint.ONE, integral.e8(), RoundingMode.FLOOR);
    return new Sample(
        output, new ErrorSum(new Ratio(output == 0 ? kept : carried), new Ratio(kept), held));
  }

  private long error(Situation situation) {
    long uniMmr =
        FixedPoint.multiplyDivideClamped(
            situation.equityE8(),
            FixedPoint.ONE,
            situation.maintenanceMarginE8(),
            RoundingMode.FLOOR);
    long error = FixedPoint.subtractClamped(setpoint.e8(), uniMmr);
    return Math.max(-MOST_ERROR_E8, Math.min(MOST_ERROR_E8, error));
  }

  private long bounded(long wanted, long error) {
    long lowest = Math.max(-maxStep.e8(), Math.min(error, 0));
    return Math.max(lowest, Math.min(maxStep.e8(), wanted));
  }

  private static long times(Ratio gain, long e8) {
    return FixedPoint.multiplyDivideClamped(gain.e8(), e8, FixedPoint.ONE, RoundingMode.FLOOR);
  }

  /** Makes {@link PiDeadBand}. */
  static final class Factory implements StrategyFactory {
    private static final Ratio LIQUIDATION = Ratio.parse("1.05");
    private static final Ratio MOST = Ratio.parse("1000");

    @Override
    public String name() {
      return "pi-dead-band";
    }

    @Override
    public String summary() {
      return "Outside a dead band around setpoint correct a share of the error of uniMMR and a share of its sum.";
    }

    @Override
    public String source() {
      return "K. J. Åström, T. Hägglund, PID Controllers: Theory, Design, and Tuning, 1995";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(
          Parameter.required("setpoint", Kind.RATIO, "uniMMR to hold"),
          Parameter.required(
              "dead-band",
              Kind.RATIO,
              "how far uniMMR may be from setpoint before anything moves; setpoint less it is more than 1.05x"),
          Parameter.optional(
              "proportional", Kind.PERCENT, "50%", "share of the error that a move corrects"),
          Parameter.optional(
              "integral",
              Kind.PERCENT,
              "10%",
              "share of the summed errors that a move corrects besides; both at most 100%"),
          Parameter.optional("max-step", Kind.RATIO, "1x", "most that one move changes uniMMR by"));
    }

    @Override
    public Map<String, String> example() {
      return Map.of("setpoint", "8x", "dead-band", "0.8x");
    }

    @Override
    public Strategy create(Parameters parameters) {
      Ratio setpoint = parameters.ratio("setpoint");
      Ratio deadBand = parameters.ratio("dead-band");
      Ratio proportional = parameters.percent("proportional");
      Ratio integral = parameters.percent("integral");
      Ratio maxStep = parameters.ratio("max-step");
      require(setpoint.compareTo(MOST) <= 0, "setpoint: " + setpoint + "x must not be above 1000x");
      require(deadBand.isPositive(), "dead-band: must be more than 0x, or every tick would move");
      Ratio low = new Ratio(setpoint.e8() - deadBand.e8());
      require(
          low.compareTo(LIQUIDATION) > 0,
          "dead-band: setpoint less dead-band is "
              + low
              + "x and must be above 1.05x, where the exchange liquidates");
      require(proportional.isPositive(), "proportional: must be more than 0%");
      require(integral.isPositive(), "integral: must be more than 0%");
      require(
          proportional.e8() + integral.e8() <= FixedPoint.ONE,
          "integral: with proportional it must not be more than 100%, or a move overshoots at once");
      require(
          maxStep.isPositive() && maxStep.compareTo(MOST) <= 0,
          "max-step: " + maxStep + "x must be more than 0x and at most 1000x");
      return new PiDeadBand(
          low, setpoint, new Ratio(setpoint.e8() + deadBand.e8()), proportional, integral, maxStep);
    }

    private static void require(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalArgumentException(otherwise);
      }
    }

    @Override
    public Memory recall(String text) {
      return ErrorSum.recall(text);
    }
  }
}
