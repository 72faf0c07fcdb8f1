package ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinningTest {
  @Test
  void keepsTheEndsAndBothExtremes() {
    long seed = 20_200_312;
    Random random = new Random(seed);
    int size = 100_003;
    long[] millis = new long[size];
    long[] e8 = new long[size];
    for (int i = 0; i < size; i++) {
      millis[i] = i * 1_000L;
      e8[i] = 1_000_000L + random.nextInt(1_000_000);
    }
    e8[54_321] = 7;
    e8[54_322] = 9_999_999;
    Series thin = Thinning.toAtMost(4_000, Series.of(millis, e8));

    assertThat(thin.size()).as("seed %d", seed).isBetween(3_000, 4_000);
    assertThat(thin.millis(0)).isZero();
    assertThat(thin.millis(thin.size() - 1)).isEqualTo(millis[size - 1]);
    assertThat(thin.e8At(54_321_000)).isEqualTo(7);
    assertThat(thin.e8At(54_322_000)).isEqualTo(9_999_999);
  }

  @Test
  void leavesAShortLineAsItIs() {
    Series line = Runs.dip(4_000, "2");
    assertThat(Thinning.toAtMost(4_000, line)).isSameAs(line);
  }
}
