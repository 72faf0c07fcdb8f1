package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one strict parser of money and ratios, and the text it reads back. */
class DecimalTextTest {
  private static final int CASES = 200_000;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.0, 0",
    "1, 100000000",
    "1.5, 150000000",
    "1.50000000, 150000000",
    "0.00000001, 1",
    "0.1, 10000000",
    "007.5, 750000000",
    "000000000000000001, 100000000",
    "92233720368.54775807, 9223372036854775807",
  })
  void readsPlainDecimals(String text, long e8) {
    assertThat(Usdt.parse(text)).isEqualTo(new Usdt(e8));
    assertThat(Usdt.parseSigned(text)).isEqualTo(new Usdt(e8));
    assertThat(Ratio.parse(text)).isEqualTo(new Ratio(e8));
    assertThat(Ratio.parseSigned(text)).isEqualTo(new Ratio(e8));
  }

  static Stream<String> notPlain() {
    return Stream.of(
        "",
        " ",
        " 1",
        "1 ",
        "1\n",
        "\n1",
        "1\t",
        "1\u00a02",
        "+1",
        "--1",
        "-",
        "- 1",
        "\u22121",
        "1e3",
        "1E3",
        "1e-8",
        "1e999999999",
        "1,000",
        "1,5",
        "1_000",
        "1'000",
        "1.",
        ".5",
        ".",
        "1..2",
        "1.2.3",
        "NaN",
        "Infinity",
        "0x10",
        "1f",
        "1d",
        "1L",
        "1x",
        "1 USDT",
        "1.123456789",
        "0.000000000",
        "1234567890123456789",
        "9".repeat(500),
        "0." + "1".repeat(500),
        "\u0661\u0662\u0663",
        "\uff11",
        "\u00bd",
        "null");
  }

  @ParameterizedTest
  @MethodSource("notPlain")
  void refusesEverythingElseInOneShortLine(String text) {
    Stream.<Runnable>of(
            () -> Usdt.parse(text),
            () -> Usdt.parseSigned(text),
            () -> Ratio.parse(text),
            () -> Ratio.parseSigned(text))
        .forEach(
            reading ->
                assertThatThrownBy(reading::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be a plain decimal")
                    .message()
                    .hasSizeLessThan(120)
                    .hasLineCount(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0", "-0.5"})
  void refusesASignUnlessItIsAskedFor(String text) {
    assertThatThrownBy(() -> Usdt.parse(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.parse(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Usdt.parseSigned(text).e8())
        .isEqualTo(new BigDecimal(text).scaleByPowerOfTen(8).longValueExact());
    assertThat(Ratio.parseSigned(text).e8()).isEqualTo(Usdt.parseSigned(text).e8());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "92233720368.54775808",
        "92233720369",
        "100000000000",
        "999999999999999999.99999999"
      })
  void saysThatANumberIsTooLarge(String text) {
    for (String number : List.of(text, "-" + text.replace("5808", "5809"))) {
      assertThatThrownBy(() -> Usdt.parseSigned(number))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("too large");
    }
    assertThatThrownBy(() -> Usdt.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an amount is too large: \"" + text + "\"");
    assertThatThrownBy(() -> Ratio.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a ratio is too large: \"" + text + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0.00000001",
    "-1, -0.00000001",
    "-50000000, -0.5",
    "100000000, 1",
    "-100000000, -1",
    "123450000000, 1234.5",
    "9223372036854775807, 92233720368.54775807",
    "-9223372036854775807, -92233720368.54775807",
    "-9223372036854775808, -92233720368.54775808",
  })
  void writesTheShortestPlainDecimal(long e8, String text) {
    assertThat(new Usdt(e8)).hasToString(text);
    assertThat(new Ratio(e8)).hasToString(text);
    assertThat(Usdt.parseSigned(text)).isEqualTo(new Usdt(e8));
    assertThat(Ratio.parseSigned(text)).isEqualTo(new Ratio(e8));
  }

  @Test
  void readsBackWhateverItWrites() {
    Random random = Seeds.random();
    for (int i = 0; i < CASES; i++) {
      Usdt amount = new Usdt(Seeds.anyLong(random));
      String text = amount.toString();
      BigDecimal exact = BigDecimal.valueOf(amount.e8(), 8);
      assertThat(text)
          .as(Seeds.at(i))
          .isEqualTo(amount.e8() == 0 ? "0" : exact.stripTrailingZeros().toPlainString());
      assertThat(Usdt.parseSigned(text)).as(Seeds.at(i)).isEqualTo(amount);
      assertThat(Ratio.parseSigned(text).toString()).as(Seeds.at(i)).isEqualTo(text);
    }
  }

  @Test
  void writesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Usdt.parse("1234.5")).hasToString("1234.5");
    } finally {
      Locale.setDefault(before);
    }
  }
}
