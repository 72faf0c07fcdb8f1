package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTest {
  /** Tables of the normal distribution to 12 decimals. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.75, 0.674489750196",
    "0.9, 1.281551565545",
    "0.95, 1.644853626951",
    "0.975, 1.959963984540",
    "0.99, 2.326347874041",
    "0.995, 2.575829303549",
    "0.999, 3.090232306168",
    "0.9995, 3.290526731492",
    "0.99999, 4.264890793923",
    "0.9999995, 4.891638475699",
  })
  void findsTheTabulatedQuantilesOnBothSides(double probability, double x) {
    assertThat(Gaussian.quantile(probability)).isEqualTo(x, within(1e-9));
    assertThat(Gaussian.quantile(1 - probability)).isEqualTo(-x, within(1e-9));
  }

  @Test
  void isItsOwnInverse() {
    for (double x = -5; x <= 5; x += 0.01) {
      assertThat(Gaussian.quantile(Gaussian.below(x))).isEqualTo(x, within(1e-9));
    }
  }

  /** The density added up by Simpson's rule, which shares nothing with the series. */
  @Test
  void agreesWithTheIntegralOfTheDensity() {
    int steps = 2_000;
    double h = 1.0 / steps;
    double area = 0;
    for (int i = 0; i <= steps; i++) {
      double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      area += weight * Math.exp(-0.5 * i * h * i * h) * h / 3;
    }
    assertThat(Gaussian.below(1) - 0.5).isEqualTo(area / Math.sqrt(2 * Math.PI), within(1e-13));
  }

  @Test
  void endsWhereADoubleCannotTellFromCertainty() {
    assertThat(Gaussian.below(9)).isEqualTo(1);
    assertThat(Gaussian.below(-9)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
  void refusesWhatIsNoProbability(double probability) {
    assertThatThrownBy(() -> Gaussian.quantile(probability))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a probability must lie between 0 and 1, got " + probability);
  }
}
