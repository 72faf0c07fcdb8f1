package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KupiecTest {
  /** The paper's table of regions, open intervals: how many exceedances are not rejected at 5 %. */
  @ParameterizedTest
  @CsvSource({
    "0.01, 255, -1, 7", "0.01, 510, 1, 11", "0.01, 1000, 4, 17",
    "0.025, 255, 2, 12", "0.025, 510, 6, 21", "0.025, 1000, 15, 36",
    "0.05, 255, 6, 21", "0.05, 510, 16, 36", "0.05, 1000, 37, 65",
    "0.075, 255, 11, 28", "0.075, 510, 27, 51", "0.075, 1000, 59, 92",
    "0.10, 255, 16, 36", "0.10, 510, 38, 65", "0.10, 1000, 81, 120",
  })
  void hasThePublishedRegions(double probability, int losses, int above, int below) {
    for (int exceeded = 0; exceeded <= losses; exceeded++) {
      boolean inside = exceeded > above && exceeded < below;
      if (exceeded > 0 || above >= 0) {
        assertThat(Kupiec.rejects(losses, exceeded, probability))
            .as("%d of %d", exceeded, losses)
            .isEqualTo(!inside);
      }
    }
  }

  /** The printed region has N < 7 for T = 255, p = 1 %; the ratio itself rejects N = 0. */
  @Test
  void rejectsNoneAtAllWhereThePrintedRegionDoesNot() {
    assertThat(Kupiec.likelihoodRatio(255, 0, 0.01)).isEqualTo(5.13, within(0.005));
    assertThat(Kupiec.rejects(255, 0, 0.01)).isTrue();
    assertThat(Kupiec.rejects(255, 1, 0.01)).isFalse();
  }

  @Test
  void isZeroWhereTheShareIsThePromise() {
    assertThat(Kupiec.likelihoodRatio(1_000, 10, 0.01)).isEqualTo(0, within(1e-9));
    assertThat(Kupiec.likelihoodRatio(10, 10, 0.5)).isEqualTo(20 * Math.log(2), within(1e-9));
  }
}
