package ballast.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ballast.strategy.Parameter.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceTest {
  private static final Space SPACE =
      new Space(
          List.of(
              Axis.parse("low", Kind.RATIO, "1.2x:1.4x:0.1x"),
              Axis.parse("gap", Kind.DURATION, "30s:2m:30s")));

  @ParameterizedTest
  @CsvSource({
    "RATIO, 1.2x:1.5x:0.1x, '1.2x,1.3x,1.4x,1.5x'",
    "RATIO, 1x:2x:0.7x, '1x,1.7x'",
    "PERCENT, 0.5%:2%:0.75%, '0.5%,1.25%,2%'",
    "MONEY, 1000 USDT:2000 USDT:500 USDT, '1000 USDT,1500 USDT,2000 USDT'",
    "DURATION, 30s:2m:30s, '30s,1m,90s,2m'",
    "DURATION, 12h:1d:12h, '12h,1d'",
    "COUNT, 5:5:1, 5",
  })
  void anAxisKeepsItsUnit(Kind kind, String range, String values) {
    assertThat(Axis.parse("a", kind, range).values()).containsExactly(values.split(","));
  }

  @ParameterizedTest
  @CsvSource({
    "RATIO, 1.2:2x:0.1x, unit x",
    "RATIO, 1.2x:2x, 'first, last and step'",
    "RATIO, 2x:1x:0.1x, must rise",
    "RATIO, 1x:2x:0x, must rise",
    "RATIO, 1x:2x:0.00000001x, more than 10000 values",
    "MONEY, 5:6:1, unit USDT",
  })
  void anAxisThatIsNoneIsRefusedInOneLine(Kind kind, String range, String mentions) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axis.parse("low", kind, range))
        .withMessageContaining(mentions)
        .withMessageStartingWith("low");
  }

  @Test
  void pointsStandInTheOrderOfTheirAxes() {
    assertThat(SPACE.size()).isEqualTo(12);
    assertThat(SPACE.point(0).values()).isEqualTo(Map.of("low", "1.2x", "gap", "30s"));
    assertThat(SPACE.point(1).values()).isEqualTo(Map.of("low", "1.2x", "gap", "1m"));
    assertThat(SPACE.point(11).values()).isEqualTo(Map.of("low", "1.4x", "gap", "2m"));
  }

  private static Point evenOnes(Point point) {
    if (point.index() % 2 == 1) {
      throw new IllegalArgumentException(point.index() + " is odd");
    }
    return point;
  }

  @Test
  void whatIsRefusedIsCountedAndSaid() {
    Candidates<Point> candidates = SPACE.candidates(new Choice.Every(), SpaceTest::evenOnes);
    assertThat(candidates.accepted())
        .extracting(Point::index)
        .containsExactly(0L, 2L, 4L, 6L, 8L, 10L);
    assertThat(candidates.refused()).isEqualTo(6);
    assertThat(candidates.firstRefusal()).contains("1 is odd");
  }

  @Test
  void drawsEachPointOnceAndTheSameBySeed() {
    Space large = new Space(List.of(Axis.parse("n", Kind.COUNT, "0:9999:1")));
    List<Point> drawn = large.candidates(new Choice.Drawn(100, 7), SpaceTest::evenOnes).accepted();
    assertThat(drawn).hasSize(100).doesNotHaveDuplicates().isSorted();
    assertThat(large.candidates(new Choice.Drawn(100, 7), SpaceTest::evenOnes).accepted())
        .isEqualTo(drawn);
    assertThat(large.candidates(new Choice.Drawn(100, 8), SpaceTest::evenOnes).accepted())
        .isNotEqualTo(drawn);
  }

  @Test
  void drawsAllThereIsWhenMoreIsAskedFor() {
    assertThat(SPACE.candidates(new Choice.Drawn(50, 1), SpaceTest::evenOnes).accepted())
        .hasSize(6);
  }

  @Test
  void moreThanAMillionCombinationsMustBeDrawn() {
    Axis wide = Axis.parse("n", Kind.COUNT, "0:1999:1");
    Space wider = new Space(List.of(wide, new Axis("m", wide.values())));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wider.candidates(new Choice.Every(), point -> point))
        .withMessageContaining("4000000");
    assertThat(wider.candidates(new Choice.Drawn(3, 1), point -> point).accepted()).hasSize(3);
  }
}
