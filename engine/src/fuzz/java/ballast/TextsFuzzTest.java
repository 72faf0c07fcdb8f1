package ballast;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts, ratios, parameters, schedules and blackouts, by coverage. */
class TextsFuzzTest {
  static Stream<byte[]> real() {
    return EveryText.REAL.stream().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("real")
  @FuzzTest
  void text(byte[] text) {
    EveryText.read(new String(text, StandardCharsets.UTF_8));
  }
}
