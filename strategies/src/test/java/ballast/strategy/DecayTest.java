package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecayTest {
  @Test
  void isThePowerOfTheSpanInDays() {
    Decay decay = new Decay(0.94);
    Random random = Seeds.random();
    for (int i = 0; i < 10_000; i++) {
      long millis = Seeds.upTo(40_000_000_000L, random);
      assertThat(decay.after(millis))
          .as(Seeds.at(i))
          .isEqualTo(Math.pow(0.94, millis / 86_400_000.0), within(1e-14));
    }
    assertThat(decay.after(0)).isEqualTo(1);
    assertThat(decay.after(Long.MAX_VALUE)).isZero();
  }

  @Test
  void refusesAFactorThatForgetsAllOrNothing() {
    for (double factor : new double[] {0, 1, Double.NaN}) {
      assertThatThrownBy(() -> new Decay(factor))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a decay factor must lie between 0 and 1, got " + factor);
    }
  }
}
