package ballast.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.strategy.Parameter.Kind;
import ballast.sweep.Ranking.Ranked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sweep's own optimiser finds optima that were published, with their costs. */
class PublishedOptimaTest {
  /** A policy of two whole numbers, the lesser of which must come first. */
  private record Pair(Point point, int lesser, int greater) implements Comparable<Pair> {
    static Pair of(Point point) {
      int lesser = Integer.parseInt(String.valueOf(point.values().get("lesser")));
      int greater = Integer.parseInt(String.valueOf(point.values().get("greater")));
      if (lesser >= greater) {
        throw new IllegalArgumentException(lesser + " must be less than " + greater);
      }
      return new Pair(point, lesser, greater);
    }

    @Override
    public int compareTo(Pair other) {
      return point.compareTo(other.point);
    }
  }

  private static <R extends Comparable<R>> Ranked<Pair, R> cheapest(
      String lesser, String greater, Trial<Pair, R> cost) {
    Candidates<Pair> pairs =
        new Space(
                List.of(
                    Axis.parse("lesser", Kind.COUNT, lesser),
                    Axis.parse("greater", Kind.COUNT, greater)))
            .candidates(new Choice.Every(), Pair::of);
    return new Search<Pair, R>(Comparator.naturalOrder(), 2, () -> {})
        .rank(pairs.accepted(), List.of(cost))
        .best();
  }

  /**
   * Poisson demand, a fixed cost of ordering, holding and shortage: Y.-S. Zheng, A. Federgruen,
   * "Finding Optimal (s, S) Policies Is About As Simple As Evaluating a Single Policy", Operations
   * Research 39(4), 1991; the last row from L. Snyder, Z.-J. Shen, "Fundamentals of Supply Chain
   * Theory", example 4.7.
   */
  @ParameterizedTest
  @CsvSource({
    "10, 64, 9,  6,  40, 35.022",
    "15, 64, 9, 10,  49, 42.698",
    "20, 64, 9, 14,  62, 49.173",
    "25, 64, 9, 19,  56, 54.262",
    "30, 64, 9, 23,  66, 57.819",
    "35, 64, 9, 28,  77, 61.215",
    "40, 64, 9, 33,  87, 64.512",
    "50, 64, 9, 42, 108, 70.975",
    "60, 64, 9, 52, 129, 77.306",
    "65, 64, 9, 56,  75, 78.518",
    "70, 64, 9, 62,  81, 79.037",
    "75, 64, 9, 67,  86, 79.554",
    " 6,  5, 4,  4,  10,  8.034",
  })
  void findsWhenAndUpToWhatToRefill(
      int demand, int order, int shortage, int when, int upTo, BigDecimal cost) {
    Refill refill = new Refill(demand, order, 1, shortage, 160);
    Ranked<Pair, BigDecimal> best =
        cheapest(
            Math.max(0, demand - 20) + ":" + (demand + 5) + ":1",
            demand + ":" + (demand + 80) + ":1",
            pair -> refill.cost(pair.lesser(), pair.greater()));
    assertThat(best.candidate().lesser()).isEqualTo(when);
    assertThat(best.candidate().greater()).isEqualTo(upTo);
    assertThat(best.result().setScale(3, RoundingMode.HALF_EVEN)).isEqualTo(cost);
  }

  @Test
  void findsTheTextbookCostToAllItsDigits() {
    Refill refill = new Refill(6, 5, 1, 4, 60);
    assertThat(refill.cost(4, 10).doubleValue()).isCloseTo(8.034111561471644, within(1e-14));
  }

  /** M. Miller, D. Orr, "A Model of the Demand for Money by Firms", QJE 80(3), 1966. */
  @Test
  void findsTheReturnPointAndTheLimitOfMillerAndOrr() {
    Ranked<Pair, Double> best =
        cheapest("1:60:1", "2:80:1", pair -> lattice(pair.lesser(), pair.greater()));
    assertThat(best.candidate().lesser()).isEqualTo(10);
    assertThat(best.candidate().greater()).isEqualTo(30);
    assertThat(best.result()).isCloseTo(0.6, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"15, 30, 0.627778", "10, 20, 0.7", "5, 30, 0.67", "10, 40, 0.633333"})
  void costsWhatMillerAndOrrSayBesideTheOptimum(int back, int limit, double cost) {
    assertThat(lattice(back, limit)).isCloseTo(cost, within(5e-7));
  }

  /**
   * A balance that goes up or down by one with equal chance, brought to {@code back} at 0 and at
   * {@code limit}: cost a step when a transfer costs 40 and a unit held 0.03. Solved as the
   * expected length of a cycle and the expected sum of the balance over it, a tridiagonal system
   * each.
   */
  private static double lattice(int back, int limit) {
    double[] ones = new double[limit + 1];
    double[] balances = new double[limit + 1];
    for (int i = 1; i < limit; i++) {
      ones[i] = 1;
      balances[i] = i;
    }
    double length = overACycle(ones)[back];
    return 40 / length + 0.03 * overACycle(balances)[back] / length;
  }

  /** v(i) = gain(i) + (v(i-1) + v(i+1)) / 2 inside, 0 at both ends. */
  private static double[] overACycle(double[] gain) {
    int last = gain.length - 1;
    double[] slope = new double[last + 1];
    double[] sum = new double[last + 1];
    for (int i = 1; i < last; i++) {
      double pivot = 1 - slope[i - 1] / 2;
      slope[i] = 0.5 / pivot;
      sum[i] = (gain[i] + sum[i - 1] / 2) / pivot;
    }
    double[] value = new double[last + 1];
    for (int i = last - 1; i > 0; i--) {
      value[i] = sum[i] + slope[i] * value[i + 1];
    }
    return value;
  }
}
