package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10})
  void areNoneToTen(int inARow) {
    assertThat(new Refusals(inARow, 7).inARow()).isEqualTo(inARow);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 11})
  void areNeverLessNorMore(int inARow) {
    assertThatThrownBy(() -> new Refusals(inARow, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("refusals in a row are 0 to 10, got " + inARow);
  }

  @ParameterizedTest
  @CsvSource({"9, 10", "10, 10"})
  void stopCountingAtTen(int before, int after) {
    assertThat(new Refusals(before, 7).after(IntentState.REJECTED, 9))
        .isEqualTo(new Refusals(after, 9));
  }

  @Test
  void areForgottenAfterTwoHours() {
    long twoHours = 7_200_000;
    assertThat(new Refusals(3, 7).at(7 + twoHours)).isEqualTo(new Refusals(3, 7));
    assertThat(new Refusals(3, 7).at(8 + twoHours)).isEqualTo(Refusals.NONE);
  }

  @Test
  void endWithAnAnswerThatWasNone() {
    assertThat(new Refusals(3, 7).after(IntentState.CONFIRMED, 9)).isEqualTo(Refusals.NONE);
    assertThat(new Refusals(3, 7).after(IntentState.NOT_SENT, 9)).isEqualTo(new Refusals(3, 7));
  }
}
