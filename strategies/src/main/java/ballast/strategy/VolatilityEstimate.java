package ballast.strategy;

import java.util.regex.Pattern;

/**
 * The exponentially weighted mean of an account's squared losses, for ticks at any distance: a step
 * over Δ days with a loss r counts as the variance r² / Δ a day, with the weight 1 − λ^Δ, and what
 * was before with λ^Δ. With one tick a day this is RiskMetrics' v ← λ v + (1 − λ) r². It is divided
 * by the weights so far, so that it is right from the second tick on and not drawn towards zero.
 *
 * <p>One flat record, since a backtest makes one at every step.
 *
 * @param millis when the account was last seen
 * @param equityE8 equity then, USD × 1e8
 * @param marginE8 maintenance margin then, USD × 1e8
 * @param heldE8 LDUSDT in Futures then × 1e8
 * @param variance of the loss in maintenance margins, per day
 * @param weight of all that was seen, from 0 for nothing towards 1
 */
record VolatilityEstimate(
    long millis, long equityE8, long marginE8, long heldE8, double variance, double weight)
    implements Memory, Observed {
  private static final VolatilityEstimate NOTHING =
      new VolatilityEstimate(Observed.NEVER, 0, 0, 0, 0, 0);

  private static final Pattern HEXADECIMAL =
      Pattern.compile("0x[01]\\.[0-9a-f]{1,13}p-?[0-9]{1,4}");
  private static final int WORDS = 6;

  /** The estimate that a situation brings with it; of nothing at the first tick. */
  static VolatilityEstimate of(Situation situation) {
    return situation.memory() instanceof VolatilityEstimate estimate ? estimate : NOTHING;
  }

  /** With this tick. A step that does not tell the account's own loss leaves it as it was. */
  VolatilityEstimate with(Situation now, Decay decay) {
    if (!tellsLossUntil(now)) {
      return at(now, variance, weight);
    }
    long span = now.nowMillis() - millis;
    double kept = decay.after(span);
    double seen = kept * weight + (1 - kept);
    double loss = lossUntil(now);
    double daily = loss * loss * (Decay.DAY_MILLIS / span);
    return at(now, variance + (1 - kept) / seen * (daily - variance), seen);
  }

  private static VolatilityEstimate at(Situation now, double variance, double weight) {
    return new VolatilityEstimate(
        now.nowMillis(),
        now.equityE8(),
        now.maintenanceMarginE8(),
        now.ldusdtInFuturesE8(),
        variance,
        weight);
  }

  /** Standard deviation of the loss over a day, in maintenance margins. */
  double dailyDeviation() {
    return Math.sqrt(variance);
  }

  /**
   * The two floating-point numbers stand in hexadecimal: exact, and the same digits on every Java.
   */
  @Override
  public String text() {
    return observedText() + " " + Double.toHexString(variance) + " " + Double.toHexString(weight);
  }

  /** Reads {@link #text}. */
  static VolatilityEstimate parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != WORDS) {
      throw new IllegalArgumentException(
          "a volatility estimate has six words, got " + Quotation.of(text));
    }
    return new VolatilityEstimate(
        Observed.millis(words[0]),
        Usdt.parseSigned(words[1]).e8(),
        Usdt.parse(words[2]).e8(),
        Usdt.parse(words[3]).e8(),
        hexadecimal(words[4]),
        hexadecimal(words[5]));
  }

  private static double hexadecimal(String word) {
    if (!HEXADECIMAL.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "a number must be hexadecimal, as in 0x1.8p-1, got " + Quotation.of(word));
    }
    return Double.parseDouble(word);
  }
}
