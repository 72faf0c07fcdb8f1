package ballast.strategy;

import ballast.strategy.Parameter.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A band as wide as the account is restless. With σ the daily deviation of its own losses in
 * maintenance margins, uniMMR falls by more than σ √T Φ⁻¹(1 − p/2) somewhere within the horizon T
 * with the probability p (reflection principle), and the exchange watches without a break. Ballast
 * looks only every check interval Δ and so meets a level as late as if it lay β σ √Δ farther off;
 * low is put that much higher.
 *
 * <p>{@link StrictMath} when it is made; at a tick only +, −, ×, / and the square root, which IEEE
 * 754 and Java define to the last bit: the same decisions on every Java and every processor.
 *
 * @param band what is made of a buffer
 * @param decay by which the past fades
 * @param deviations how many daily deviations the buffer is wide
 * @param warm weight of what must have been seen before LDUSDT goes back
 */
record VolatilityBuffer(BufferBand band, Decay decay, double deviations, double warm)
    implements Strategy {
  /** −ζ(1/2) / √(2π). */
  static final double BETA = 0.5825971579390107;

  @Override
  public Memory remember(Situation situation) {
    return VolatilityEstimate.of(situation).with(situation, decay);
  }

  @Override
  public Need need(Situation situation) {
    VolatilityEstimate estimate = VolatilityEstimate.of(situation);
    Need need = band.need(situation, buffer(estimate));
    return need == Direction.FUTURE_TO_EARN && estimate.weight() < warm
        ? BufferBand.WARMING_UP
        : need;
  }

  @Override
  public Proposal propose(Situation situation, Transferable transferable) {
    return band.propose(situation, transferable, buffer(VolatilityEstimate.of(situation)));
  }

  /** In maintenance margins, before floor and ceiling. */
  double buffer(VolatilityEstimate estimate) {
    return deviations * estimate.dailyDeviation();
  }

  /** Makes {@link VolatilityBuffer}. */
  static final class Factory implements StrategyFactory {
    private static final double LEAST_BREACH = 1e-6;

    /** More, and the weight of a millisecond would have no digits. */
    private static final double MOST_LAMBDA = 0.999;

    @Override
    public String name() {
      return "volatility-buffer";
    }

    @Override
    public String summary() {
      return "A band whose width follows the measured volatility of the account's own losses.";
    }

    @Override
    public String source() {
      return "RiskMetrics Technical Document (1996); Broadie, Glasserman, Kou, Math. Finance 7 (1997) 325-348";
    }

    @Override
    public List<Parameter> parameters() {
      List<Parameter> parameters = new ArrayList<>(BufferBand.parameters());
      parameters.add(
          Parameter.optional(
              "breach",
              Kind.PERCENT,
              "1%",
              "probability with which uniMMR may fall from low to 1.05x within horizon"));
      parameters.add(
          Parameter.optional(
              "horizon", Kind.DURATION, "8h", "time until a transfer that can really succeed"));
      parameters.add(
          Parameter.optional(
              "check-every", Kind.DURATION, "1m", "how often Ballast looks; not above horizon"));
      parameters.add(
          Parameter.optional(
              "lambda", Kind.PERCENT, "94%", "weight of the past after a day, RiskMetrics' decay"));
      parameters.add(
          Parameter.optional(
              "warm-up",
              Kind.DURATION,
              "1d",
              "time to be seen before LDUSDT goes back to Earn; the rescue does not wait"));
      return List.copyOf(parameters);
    }

    @Override
    public Strategy create(Parameters parameters) {
      Duration horizon = parameters.duration("horizon");
      Duration check = parameters.duration("check-every");
      if (horizon.isZero() || check.compareTo(horizon) > 0) {
        throw new IllegalArgumentException(
            "check-every: must not be longer than horizon, which must be positive");
      }
      double breach = share(parameters, "breach");
      if (breach < LEAST_BREACH) {
        throw new IllegalArgumentException("breach: must be at least 0.0001%");
      }
      double lambda = share(parameters, "lambda");
      if (lambda > MOST_LAMBDA) {
        throw new IllegalArgumentException("lambda: must be at most 99.9%");
      }
      Decay decay = new Decay(lambda);
      return new VolatilityBuffer(
          BufferBand.of(parameters),
          decay,
          rootOfDays(horizon) * Gaussian.quantile(1 - breach / 2) + BETA * rootOfDays(check),
          (1 - decay.after(parameters.duration("warm-up").toMillis())) * (1 - 1e-9));
    }

    private static double share(Parameters parameters, String name) {
      Ratio share = parameters.percent(name);
      if (!share.isPositive() || share.compareTo(Ratio.ONE) >= 0) {
        throw new IllegalArgumentException(name + ": must lie between 0% and 100%");
      }
      return share.e8() / 1e8;
    }

    private static double rootOfDays(Duration span) {
      return Math.sqrt(span.toMillis() / Decay.DAY_MILLIS);
    }

    @Override
    public Memory recall(String text) {
      return text.isEmpty() ? Memory.NONE : VolatilityEstimate.parse(text);
    }
  }
}
