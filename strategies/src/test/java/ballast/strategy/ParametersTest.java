package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Parameter.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings of a strategy: every value with its unit, every mistake one plain line. */
class ParametersTest {
  private static final List<Parameter> DECLARED =
      List.of(
          Parameter.required("low", Kind.RATIO, "a level"),
          Parameter.optional("share", Kind.PERCENT, "5%", "a share"),
          Parameter.optional("reserve", Kind.MONEY, "5000 USDT", "kept back"),
          Parameter.optional("pause", Kind.DURATION, "90s", "between two moves"),
          Parameter.optional("steps", Kind.COUNT, "12", "how many"));

  @Test
  void readsEachKindWithItsUnitAndFillsInDefaults() {
    Parameters parameters = Parameters.of(DECLARED, Map.of("low", "1.6x", "pause", "8h"));
    assertThat(parameters.ratio("low")).isEqualTo(Ratio.parse("1.6"));
    assertThat(parameters.percent("share")).isEqualTo(Ratio.parse("0.05"));
    assertThat(parameters.money("reserve")).isEqualTo(Usdt.of(5000));
    assertThat(parameters.duration("pause")).isEqualTo(Duration.ofHours(8));
    assertThat(parameters.count("steps")).isEqualTo(12);
  }

  @Test
  void keepsEveryTextSoThatTheSameTextsMakeTheSameStrategy() {
    Parameters parameters = Parameters.of(DECLARED, Map.of("low", "1.60x"));
    assertThat(parameters.texts())
        .containsExactly(
            Map.entry("low", "1.60x"),
            Map.entry("pause", "90s"),
            Map.entry("reserve", "5000 USDT"),
            Map.entry("share", "5%"),
            Map.entry("steps", "12"));
    assertThat(Parameters.of(DECLARED, parameters.texts()).texts()).isEqualTo(parameters.texts());
  }

  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "30s, PT30S", "5m, PT5M", "8h, PT8H", "2d, PT48H", "0s, PT0S"})
  void readsTimeSpans(String text, Duration span) {
    assertThat(Kind.duration(text)).isEqualTo(span);
  }

  @ParameterizedTest
  @CsvSource({"5%, 0.05", "0.000001%, 0.00000001", "100%, 1", "250%, 2.5"})
  void readsPercentages(String text, String ratio) {
    assertThat(Kind.percent(text)).hasToString(ratio);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "low | 1.6 | low: a ratio needs its unit x, as in 1.6x, got \"1.6\"",
        "low | 1.6X | low: a ratio needs its unit x, as in 1.6x, got \"1.6X\"",
        "low | -1.6x | low: a ratio must be a plain decimal with at most 8 decimals, got \"-1.6\"",
        "low | 1e3x | low: a ratio must be a plain decimal with at most 8 decimals, got \"1e3\"",
        "low | x | low: a ratio must be a plain decimal with at most 8 decimals, got \"\"",
        "share | 5 | share: a percentage needs its sign %, as in 5%, got \"5\"",
        "share | 0.0000001% | share: a percentage has at most 6 decimals, got \"0.0000001%\"",
        "reserve | 5000 | reserve: an amount needs its unit USDT, as in 5000 USDT, got \"5000\"",
        "reserve | 5000 USD | reserve: an amount needs its unit USDT, as in 5000 USDT, got \"5000 USD\"",
        "reserve | 5000  USDT | reserve: an amount must be a plain decimal with at most 8 decimals, got \"5000 \"",
        "pause | 90 | pause: a time span is a whole number with ms, s, m, h or d, as in 30s, got \"90\"",
        "pause | 1.5h | pause: a time span is a whole number with ms, s, m, h or d, as in 30s, got \"1.5h\"",
        "pause | 9999999999s | pause: a time span is a whole number with ms, s, m, h or d, as in 30s, got \"9999999999s\"",
        "steps | 1.5 | steps: a count is a whole number, as in 12, got \"1.5\"",
        "steps | -1 | steps: a count is a whole number, as in 12, got \"-1\"",
        "lou | 1.6x | lou is not a parameter of this strategy; it knows low, pause, reserve, share, steps",
      })
  void saysWhatIsWrongInOneLine(String name, String text, String message) {
    Map<String, String> given =
        name.equals("low") ? Map.of("low", text) : Map.of("low", "1.6x", name, text);
    refused(given, message);
  }

  @Test
  void saysThatAStrategyHasNoParameters() {
    assertThatThrownBy(() -> Parameters.of(List.of(), Map.of("low", "1.6x")))
        .hasMessage("low is not a parameter of this strategy; it knows none");
  }

  @Test
  void saysWhatIsMissingWithAnExample() {
    refused(Map.of(), "low is missing; give it, for example 1.6x");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void quotesForeignTextInOneShortLine(Kind kind) {
    for (String text : List.of("1\n2", "1\r\n2x", "\u0000", "7".repeat(500), "1\u20282 USDT")) {
      assertThatThrownBy(() -> kind.check(text))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .hasSizeLessThan(140)
          .doesNotContainPattern("[\\p{Cntrl}\u0085\u2028\u2029]");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void readsItsOwnExample(Kind kind) {
    kind.check(kind.example());
  }

  @Test
  void refusesADefaultThatItCouldNotRead() {
    assertThatThrownBy(() -> Parameter.optional("low", Kind.RATIO, "1.6", "a level"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToReadWhatWasNotDeclared() {
    Parameters parameters = Parameters.of(List.of(), Map.of());
    assertThatThrownBy(() -> parameters.ratio("low"))
        .hasMessage("the strategy does not declare a parameter low");
  }

  private static void refused(Map<String, String> given, String message) {
    assertThatThrownBy(() -> Parameters.of(DECLARED, given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
