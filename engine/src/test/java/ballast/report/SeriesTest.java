package ballast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void keepsItsOwnCopy() {
    long[] millis = {1, 2};
    long[] e8 = {10, 20};
    Series series = Series.of(millis, e8);
    e8[0] = 99;
    assertThat(series.e8(0)).isEqualTo(10);
  }

  @Test
  void aValueHoldsUntilTheNextPoint() {
    Series series = Series.of(new long[] {100, 200}, new long[] {1, 2});
    assertThat(series.e8At(50)).isEqualTo(1);
    assertThat(series.e8At(199)).isEqualTo(1);
    assertThat(series.e8At(200)).isEqualTo(2);
    assertThat(series.e8At(999)).isEqualTo(2);
  }

  @Test
  void refusesTimesThatFallAndUnequalLengths() {
    assertThatThrownBy(() -> Series.of(new long[] {2, 1}, new long[] {1, 1}))
        .hasMessage("times must not fall, they do at index 1");
    assertThatThrownBy(() -> Series.of(new long[] {2}, new long[0]))
        .hasMessage("times and values must be as many, got 1 and 0");
  }

  @Test
  void recorderGrows() {
    Series.Recorder recorder = Series.recorder();
    for (int i = 0; i < 5_000; i++) {
      recorder.add(i, i * 2L);
    }
    assertThat(recorder.series().size()).isEqualTo(5_000);
    assertThat(recorder.series().e8(4_999)).isEqualTo(9_998);
  }
}
