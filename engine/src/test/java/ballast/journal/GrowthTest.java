package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A file is written anew when much of it is waste and what it holds is not too much. */
class GrowthTest {
  private final Growth growth = new Growth(10, 100, 1_000);

  @Test
  void isDueOnceItHasGrownByEnough() {
    growth.isWhole(500);
    assertThat(growth.isDue(599)).isFalse();
    assertThat(growth.isDue(600)).isTrue();
    growth.isWhole(520);
    assertThat(growth.isDue(600)).isFalse();
  }

  @Test
  void isNotDueWhenItHoldsTooMuch() {
    growth.isWhole(1_000);
    assertThat(growth.isDue(5_000)).isTrue();
    growth.isWhole(1_001);
    assertThat(growth.isDue(5_000)).isFalse();
    assertThat(growth.isWorthwhile(5_000)).isFalse();
  }

  @Test
  void isNotWorthwhileWhileItIsSmall() {
    assertThat(growth.isWorthwhile(9)).isFalse();
    assertThat(growth.isWorthwhile(10)).isTrue();
  }
}
