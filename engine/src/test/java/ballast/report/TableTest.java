package ballast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Usdt;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
  void csvKeepsASpreadsheetFromRunningText(String text) throws IOException {
    assertThat(written(Format.CSV, text)).isEqualTo("what,money\r\n'" + text + ",-5\r\n");
  }

  @Test
  void csvQuotesWhatWouldBreakARow() throws IOException {
    assertThat(written(Format.CSV, "a,b")).contains("\"a,b\",-5");
    assertThat(written(Format.CSV, "a\nb")).contains("\"a\nb\",-5");
    assertThat(written(Format.CSV, "say \"a\"")).contains("\"say \"\"a\"\"\",-5");
  }

  @Test
  void csvLeavesNegativeMoneyANumber() throws IOException {
    assertThat(written(Format.CSV, "a")).endsWith("a,-5\r\n");
  }

  @Test
  void jsonEscapesQuotesAndControls() throws IOException {
    assertThat(written(Format.JSON, "a\"\\\n\u0001"))
        .isEqualTo("[\n{\"what\":\"a\\\"\\\\\\n\\u0001\",\"money\":\"-5\"}\n]\n");
  }

  @Test
  void textNeverSteersTheTerminal() throws IOException {
    assertThat(written(Format.TABLE, "a\u001b[2Jb\nc"))
        .isEqualTo("what      money\na\uFFFD[2Jb\uFFFDc     -5\n");
  }

  @Test
  void refusesToHaveNoColumns() {
    assertThatThrownBy(() -> Table.of("none", List.of(), List.of()))
        .hasMessage("a table must have a column");
  }

  private static String written(Format format, String text) throws IOException {
    StringWriter out = new StringWriter();
    Table.of(
            "Test",
            List.of(
                Column.<String>text("what", row -> row),
                Column.<String>money("money", row -> Optional.of(Usdt.of(-5)))),
            List.of(text))
        .write(format, out);
    return out.toString();
  }
}
