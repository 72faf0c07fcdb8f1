package ballast.strategy;

import ballast.strategy.Parameter.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A band as wide as the account's own worst losses within one check horizon, whatever their
 * distribution. Of the last n complete windows the k-th worst loss is taken, k = ⌊p (n + 1)⌋: if
 * losses are exchangeable, the next one is worse with the probability k / (n + 1) ≤ p. Mixed with
 * the mean of the k worst (expected shortfall) as wanted, times a stress factor.
 *
 * @param band what is made of a buffer
 * @param horizonMillis of one window
 * @param sample n at most
 * @param breach p
 * @param shortfall weight of the mean beyond the quantile, 0 to 1
 * @param stress factor on the loss
 */
record QuantileBuffer(
    BufferBand band, long horizonMillis, long sample, Ratio breach, double shortfall, double stress)
    implements Strategy {
  /** Of the losses beyond the quantile; more would not fit into a line of the journal. */
  static final long MOST_BEYOND = 6;

  @Override
  public Memory remember(Situation situation) {
    return LossTail.of(situation).with(situation, horizonMillis, sample, (int) rank(sample));
  }

  @Override
  public Need need(Situation situation) {
    LossTail tail = LossTail.of(situation);
    Need need = band.need(situation, buffer(tail));
    return need == Direction.FUTURE_TO_EARN && rank(tail.sampled(sample)) == 0
        ? BufferBand.WARMING_UP
        : need;
  }

  @Override
  public Proposal propose(Situation situation, Transferable transferable) {
    return band.propose(situation, transferable, buffer(LossTail.of(situation)));
  }

  /**
   * In maintenance margins, before floor and ceiling; by the worst loss seen while the sample is
   * too small for the quantile.
   */
  double buffer(LossTail tail) {
    int rank = (int) Math.max(1, rank(tail.sampled(sample)));
    double quantile = tail.worst(rank);
    return stress * (quantile + shortfall * (tail.meanOfWorst(rank) - quantile));
  }

  /** k for a sample of this size. */
  private long rank(long windows) {
    return rank(breach, windows);
  }

  private static long rank(Ratio breach, long windows) {
    return breach.e8() * (windows + 1) / FixedPoint.ONE;
  }

  /** Makes {@link QuantileBuffer}. */
  static final class Factory implements StrategyFactory {
    private static final long MOST_WINDOWS = 100_000;

    @Override
    public String name() {
      return "quantile-buffer";
    }

    @Override
    public String summary() {
      return "A band as wide as the account's own worst losses within one check horizon.";
    }

    @Override
    public String source() {
      return "BasisOS, Maximum Leverage (99th percentile of 15-minute moves); checked by Kupiec, J. Derivatives 3 (1995) 73-84";
    }

    @Override
    public List<Parameter> parameters() {
      List<Parameter> parameters = new ArrayList<>(BufferBand.parameters());
      parameters.add(
          Parameter.optional(
              "breach",
              Kind.PERCENT,
              "1%",
              "share of windows whose loss may be worse than the quantile"));
      parameters.add(
          Parameter.optional(
              "horizon", Kind.DURATION, "15m", "length of a window: until the next check counts"));
      parameters.add(
          Parameter.optional(
              "windows", Kind.COUNT, "500", "how many of the last windows are the sample"));
      parameters.add(
          Parameter.optional(
              "shortfall",
              Kind.PERCENT,
              "0%",
              "0% takes the quantile, 100% the mean of the losses beyond it, in between both"));
      parameters.add(
          Parameter.optional("stress", Kind.RATIO, "1.5x", "factor on the measured loss"));
      return List.copyOf(parameters);
    }

    @Override
    public Strategy create(Parameters parameters) {
      Duration horizon = parameters.duration("horizon");
      if (horizon.isZero()) {
        throw new IllegalArgumentException("horizon: must be positive");
      }
      Ratio breach = parameters.percent("breach");
      Ratio shortfall = parameters.percent("shortfall");
      Ratio stress = parameters.ratio("stress");
      if (shortfall.compareTo(Ratio.ONE) > 0) {
        throw new IllegalArgumentException("shortfall: must not be more than 100%");
      }
      if (!stress.isPositive()) {
        throw new IllegalArgumentException("stress: must be positive");
      }
      return new QuantileBuffer(
          BufferBand.of(parameters),
          horizon.toMillis(),
          sample(parameters.count("windows"), breach),
          breach,
          shortfall.e8() / 1e8,
          stress.e8() / 1e8);
    }

    private static long sample(long windows, Ratio breach) {
      if (windows > MOST_WINDOWS) {
        throw new IllegalArgumentException("windows: must not be more than " + MOST_WINDOWS);
      }
      long beyond = rank(breach, windows);
      if (beyond < 1 || beyond > MOST_BEYOND) {
        throw new IllegalArgumentException(
            "windows: of "
                + windows
                + " windows "
                + beyond
                + " may be worse than the quantile; take windows so that it is 1 to "
                + MOST_BEYOND);
      }
      return windows;
    }

    @Override
    public Memory recall(String text) {
      return text.isEmpty() ? Memory.NONE : LossTail.parse(text);
    }
  }
}
