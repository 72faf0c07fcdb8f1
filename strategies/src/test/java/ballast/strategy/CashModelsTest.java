package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.strategy.LeastCost.Stock;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published figures of cash and inventory models, reached by solvers that know none of them, and by
 * the strategies themselves. Everywhere b = 40 a transfer, i = 0.03 a step, variance 1 a step,
 * unless said otherwise.
 */
class CashModelsTest {
  private static final Map<String, String> MILLER_ORR =
      Map.of(
          "floor", Surplus.FLOOR,
          "transfer-cost", "40 USDT",
          "holding-cost", "3%",
          "daily-deviation", "1 USDT");

  /** Miller and Orr 1966: z = 10, h = 30 is best, P = 0.005, mean 13.3333, cost 0.6. */
  @ParameterizedTest
  @CsvSource({
    "10, 30, 0.600000",
    "15, 30, 0.627778",
    "10, 20, 0.700000",
    "5, 30, 0.670000",
    "10, 40, 0.633333"
  })
  void solvesTheLatticeOfMillerAndOrr(int z, int h, double cost) {
    CashChain chain = CashChain.solve(0, z, z, h, Flow.COIN);
    assertThat(chain.transfers()).isCloseTo(1.0 / (z * (h - z)), within(1e-12));
    assertThat(chain.mean()).isCloseTo((h + z) / 3.0, within(1e-10));
    assertThat(chain.atTop()).isCloseTo((double) z / h, within(1e-12));
    assertThat(chain.cost(40, 0, 0.03)).isCloseTo(cost, within(5e-7));
  }

  @Test
  void findsTheBestPairOfTheIntegerGrid() {
    CashChain best = CashChain.solve(0, 10, 10, 30, Flow.COIN);
    assertThat(best.transfers()).isCloseTo(0.005, within(1e-12));
    assertThat(best.mean()).isCloseTo(13.3333, within(5e-5));
    double transferCost = 40 * best.transfers();
    assertThat(0.03 * best.mean())
        .as("twice the cost of transfers")
        .isCloseTo(2 * transferCost, within(1e-10));
    assertThat(best.atTop()).as("a third of the transfers").isCloseTo(1.0 / 3, within(1e-12));
    for (int h = 12; h <= 40; h++) {
      for (int z = 2; z < h - 1; z++) {
        if (z != 10 || h != 30) {
          assertThat(CashChain.solve(0, z, z, h, Flow.COIN).cost(40, 0, 0.03))
              .as("(%d, %d)", z, h)
              .isGreaterThan(0.6);
        }
      }
    }
  }

  /** S10 on S2: nothing is assumed of the policy. */
  @Test
  void recoversMillerAndOrrByValueIteration() {
    LeastCost best =
        LeastCost.of(new Stock(0, 45, 40, 0, true, CashModelsTest::holding, Flow.COIN));
    assertThat(best.cost()).isCloseTo(0.6, within(1e-6));
    assertThat(best.raisedUpTo()).isZero();
    assertThat(best.target(0)).isEqualTo(10);
    assertThat(best.loweredFrom()).isEqualTo(30);
    assertThat(best.target(30)).isEqualTo(10);
  }

  private static double holding(int balance) {
    return balance <= 0 ? Double.POSITIVE_INFINITY : 0.03 * balance;
  }

  /** Zheng and Federgruen 1991: K = 64, h = 1, p = 9, Poisson demand; and Snyder and Shen, 4.7. */
  @ParameterizedTest
  @CsvSource({
    "10, 64, 1, 9, 6, 40, 35.022",
    "15, 64, 1, 9, 10, 49, 42.698",
    "20, 64, 1, 9, 14, 62, 49.173",
    "25, 64, 1, 9, 19, 56, 54.262",
    "30, 64, 1, 9, 23, 66, 57.819",
    "35, 64, 1, 9, 28, 77, 61.215",
    "40, 64, 1, 9, 33, 87, 64.512",
    "50, 64, 1, 9, 42, 108, 70.975",
    "60, 64, 1, 9, 52, 129, 77.306",
    "65, 64, 1, 9, 56, 75, 78.518",
    "70, 64, 1, 9, 62, 81, 79.037",
    "75, 64, 1, 9, 67, 86, 79.554",
    "6, 5, 1, 4, 4, 10, 8.034111561471644",
  })
  void recoversThePublishedTableByTheSameSolver(
      int mean, double order, double over, double under, int s, int upTo, double cost) {
    Flow demand = Flow.poissonDemand(mean);
    LeastCost best =
        LeastCost.of(
            new Stock(
                s - 20,
                upTo + 15,
                order,
                0,
                false,
                stock -> shortage(stock, demand, over, under),
                demand));
    assertThat(best.cost()).isCloseTo(cost, within(6e-4));
    assertThat(best.raisedUpTo()).isEqualTo(s);
    assertThat(best.target(s)).isEqualTo(upTo);
  }

  private static double shortage(int stock, Flow demand, double over, double under) {
    double cost = 0;
    for (int kind = 0; kind < demand.kinds(); kind++) {
      int left = stock + demand.size(kind);
      cost += demand.share(kind) * (left >= 0 ? over * left : under * -left);
    }
    return cost;
  }

  /** The real strategy in 12.8 million steps of a coin: within half a per cent. */
  @Test
  void keepsTheLatticeAsTheModelSays() {
    Surplus account = new Surplus(Surplus.factory("miller-orr"), MILLER_ORR, Usdt.of(10).e8());
    SplittableRandom random = new SplittableRandom(Seeds.SEED);
    long unit = Usdt.of(1).e8();
    int steps = 12_800_000;
    double sum = 0;
    for (int i = 0; i < steps; i += Long.SIZE) {
      long coins = random.nextLong();
      for (int c = 0; c < Long.SIZE; c++) {
        sum += account.step((coins >>> c & 1) == 0 ? unit : -unit, 60_000);
      }
    }
    double rate = (double) account.transfers() / steps;
    double mean = sum / steps / unit;
    assertThat(rate).isCloseTo(0.005, Percentage.withPercentage(0.5));
    assertThat(mean).isCloseTo(40.0 / 3, Percentage.withPercentage(0.5));
    assertThat(40 * rate + 0.03 * mean).isCloseTo(0.6, Percentage.withPercentage(0.5));
    assertThat((double) account.transfersAtTop() / account.transfers())
        .isCloseTo(1.0 / 3, Percentage.withPercentage(2));
  }

  /** Flows that overshoot the levels: the continuous formulas are not exact in discrete time. */
  @Test
  void transfersLessOftenWhereFlowsOvershoot() {
    // Cells of a tenth, with the levels on their edges: cell k stands for its middle, (k − 0.5) /
    // 10.
    int grid = 10;
    CashChain chain =
        CashChain.solve(0, 10 * grid, 10 * grid + 1, 30 * grid + 1, Flow.gaussian(grid));
    double mean = (chain.mean() - 0.5) / grid;
    assertThat(chain.transfers()).isCloseTo(0.004545, Percentage.withPercentage(1));
    assertThat(mean).isCloseTo(13.3884, Percentage.withPercentage(0.5));
    assertThat(40 * chain.transfers() + 0.03 * mean)
        .isCloseTo(0.58345, Percentage.withPercentage(0.5));
    Surplus account = new Surplus(Surplus.factory("miller-orr"), MILLER_ORR, Usdt.of(10).e8());
    Random random = Seeds.random();
    int steps = 2_000_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += account.step(Math.round(random.nextGaussian() * 1e8), 60_000);
    }
    assertThat((double) account.transfers() / steps)
        .isCloseTo(0.004545, Percentage.withPercentage(2.5));
    assertThat(sum / steps / 1e8).isCloseTo(13.3884, Percentage.withPercentage(2.5));
  }

  /** The closed form of {@link FourLine}: transfers, mean and what is moved, on the lattice. */
  @ParameterizedTest
  @CsvSource({"10, 10, 30", "7, 16, 40", "3, 30, 36", "12, 20, 21"})
  void fourLinesKeepTheBalanceAsTheirFormulaSays(int lowerTarget, int upperTarget, int u) {
    CashChain chain = CashChain.solve(0, lowerTarget, upperTarget, u, Flow.COIN);
    double width = u + upperTarget - lowerTarget;
    int drained = u - upperTarget;
    assertThat(chain.transfers())
        .isCloseTo((1.0 / lowerTarget + 1.0 / drained) / width, within(1e-12));
    assertThat(chain.moved()).isCloseTo(2 / width, within(1e-12));
    double mean =
        (u * u + u * upperTarget + upperTarget * upperTarget - lowerTarget * lowerTarget)
            / (3 * width);
    assertThat(chain.mean()).isCloseTo(mean, within(1e-10));
  }

  /** What four-line works out is what value iteration finds, which knows of no four lines. */
  @ParameterizedTest
  @CsvSource({"0%, 0", "50%, 0.5", "200%, 2", "600%, 6"})
  void fourLinesAreTheBestThereAre(String proportional, double cost) {
    Map<String, String> texts =
        Map.of(
            "floor", Surplus.FLOOR,
            "transfer-cost", "40 USDT",
            "proportional-cost", proportional,
            "holding-cost", "3%",
            "daily-deviation", "1 USDT");
    StrategyFactory factory = Surplus.factory("four-line");
    SurplusBand band = (SurplusBand) factory.create(Parameters.of(factory.parameters(), texts));
    LeastCost best =
        LeastCost.of(new Stock(0, 75, 40, cost, true, CashModelsTest::holding, Flow.COIN));
    assertThat(whole(band.lowerTarget())).isCloseTo(best.target(0), within(0.75));
    assertThat(whole(band.upperTarget())).isCloseTo(best.target(best.loweredFrom()), within(0.75));
    assertThat(whole(band.upper())).isCloseTo(best.loweredFrom(), within(0.75));
    CashChain rounded =
        CashChain.solve(
            0,
            (int) Math.round(whole(band.lowerTarget())),
            (int) Math.round(whole(band.upperTarget())),
            (int) Math.round(whole(band.upper())),
            Flow.COIN);
    assertThat(rounded.cost(40, cost, 0.03)).isCloseTo(best.cost(), Percentage.withPercentage(0.1));
  }

  private static double whole(Usdt amount) {
    return amount.e8() / 1e8;
  }
}
