package ballast.bench;

import ballast.backtest.History;
import ballast.market.PricePath;
import ballast.paper.Scenario;
import java.time.Duration;
import java.util.Random;

/** The series that everything here walks: 525,600 one-minute steps of a seeded price. */
final class MinuteYear {
  static final int STEPS = 525_600;
  private static final long START_MILLIS = 1_704_067_200_000L;
  private static final long MINUTE_MILLIS = 60_000;
  private static final double SIGMA_A_MINUTE = 0.0007;

  private MinuteYear() {}

  /** The same prices every time. */
  static PricePath prices() {
    int bars = STEPS - 1;
    Random random = new Random(20_240_101);
    long[] times = new long[bars];
    long[] opens = new long[bars];
    long[] highs = new long[bars];
    long[] lows = new long[bars];
    long[] closes = new long[bars];
    double price = 42_000;
    for (int i = 0; i < bars; i++) {
      double next = price * Math.exp(SIGMA_A_MINUTE * random.nextGaussian());
      times[i] = START_MILLIS + i * MINUTE_MILLIS;
      opens[i] = cents(price);
      closes[i] = cents(next);
      highs[i] = cents(Math.max(price, next) * (1 + SIGMA_A_MINUTE * random.nextDouble()));
      lows[i] = cents(Math.min(price, next) * (1 - SIGMA_A_MINUTE * random.nextDouble()));
      price = next;
    }
    return PricePath.of("minute-year", MINUTE_MILLIS, times, opens, highs, lows, closes);
  }

  /** The paper account over these prices, a step each minute. */
  static History history() {
    return history(prices());
  }

  static History history(PricePath prices) {
    return History.of(Scenario.ofPrices(prices), Duration.ofMinutes(1));
  }

  private static long cents(double price) {
    return Math.round(price * 100) * 1_000_000L;
  }
}
