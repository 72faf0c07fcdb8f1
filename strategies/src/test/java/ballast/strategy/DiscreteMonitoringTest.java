package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A walk of n Gaussian steps with a total standard deviation of 1: how probably it is seen below −1
 * by whoever looks after every step, and how probably it was there. M. Broadie, P. Glasserman, S.
 * Kou, "A continuity correction for discrete barrier options", Mathematical Finance 7, 1997.
 */
class DiscreteMonitoringTest {
  private static final int PATHS = 20_000;

  @ParameterizedTest
  @CsvSource({
    "4, 0.211052, 0.317311, 0.196600",
    "24, 0.265668, 0.317311, 0.263173",
    "48, 0.279578, 0.317311, 0.278325",
    "288, 0.301192, 0.317311, 0.300982",
  })
  void hasThePublishedProbabilities(int steps, double exact, double continuous, double corrected) {
    assertThat(seenBelow(steps)).isEqualTo(exact, within(5e-7));
    assertThat(2 * Gaussian.below(-1)).isEqualTo(continuous, within(5e-7));
    assertThat(2 * Gaussian.below(-(1 + VolatilityBuffer.BETA / Math.sqrt(steps))))
        .isEqualTo(corrected, within(5e-7));
  }

  /** By the table above: the correction is within 1 % from 24 steps on, the uncorrected 5 % off. */
  @ParameterizedTest
  @ValueSource(ints = {24, 48, 96, 288})
  void isMetByTheCorrectionAndMissedWithoutIt(int steps) {
    double exact = seenBelow(steps);
    double corrected = 2 * Gaussian.below(-(1 + VolatilityBuffer.BETA / Math.sqrt(steps)));
    assertThat(corrected / exact).isEqualTo(1, within(0.01));
    assertThat(2 * Gaussian.below(-1) / exact).isGreaterThan(1.05);
  }

  /** What a strategy wants at the ticks of a seeded account, counted: within 3 standard errors. */
  @ParameterizedTest
  @ValueSource(ints = {4, 24, 48, 288})
  void isWhatAStrategySeesOfARandomAccount(int steps) {
    double exact = seenBelow(steps);
    double standardError = Math.sqrt(exact * (1 - exact) / PATHS);
    assertThat(triggered(steps) / (double) PATHS)
        .as(Seeds.at(steps))
        .isEqualTo(exact, within(3 * standardError));
  }

  /** Equity of 3 margins that moves by 1 margin in all; low lies 1 margin deeper. */
  private static int triggered(int steps) {
    StrategyFactory factory = new TargetBand.Factory();
    Strategy strategy =
        factory.create(
            Parameters.of(
                factory.parameters(),
                Map.of("low", "2x", "low-target", "3x", "high-target", "30x", "high", "40x")));
    Random random = Seeds.random();
    double step = Course.MARGIN / Math.sqrt(steps);
    int triggered = 0;
    for (int path = 0; path < PATHS; path++) {
      double moved = 0;
      for (int i = 0; i < steps; i++) {
        moved += step * random.nextGaussian();
        if (strategy.need(at(3 * Course.MARGIN + Math.round(moved))) == Direction.EARN_TO_FUTURE) {
          triggered++;
          break;
        }
      }
    }
    return triggered;
  }

  private static Situation at(long equity) {
    return new Situation.Recorded(0, equity, Course.MARGIN, 0, Situation.NEVER, Memory.NONE);
  }

  /** One less the density that has stayed above −1, carried on step by step by Simpson's rule. */
  private static double seenBelow(int steps) {
    double deviation = 1 / Math.sqrt(steps);
    int nodes = 2 * (int) Math.ceil(3.5 * 12 / deviation) + 1;
    double width = 7.0 / (nodes - 1);
    int reach = Math.min(nodes - 1, (int) (7 * deviation / width));
    double[] kernel = new double[reach + 1];
    for (int i = 0; i <= reach; i++) {
      kernel[i] = density(i * width / deviation) / deviation;
    }
    double[] above = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      above[i] = density((-1 + i * width) / deviation) / deviation;
    }
    for (int step = 1; step < steps; step++) {
      above = carried(above, kernel, width);
    }
    double stayed = 0;
    for (int i = 0; i < nodes; i++) {
      stayed += simpson(i, nodes) * width * above[i];
    }
    return 1 - stayed;
  }

  private static double[] carried(double[] above, double[] kernel, double width) {
    int nodes = above.length;
    double[] weighted = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      weighted[i] = simpson(i, nodes) * width * above[i];
    }
    double[] next = new double[nodes];
    for (int to = 0; to < nodes; to++) {
      int first = Math.max(0, to - kernel.length + 1);
      int last = Math.min(nodes - 1, to + kernel.length - 1);
      for (int from = first; from <= last; from++) {
        next[to] += weighted[from] * kernel[Math.abs(to - from)];
      }
    }
    return next;
  }

  private static double simpson(int node, int nodes) {
    return (node == 0 || node == nodes - 1 ? 1 : node % 2 == 0 ? 2 : 4) / 3.0;
  }

  private static double density(double x) {
    return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }
}
