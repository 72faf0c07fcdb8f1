package ballast;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Amounts, ratios, parameters, schedules and blackouts, by coverage. */
class TextsFuzzTest {
  @FuzzTest
  void text(byte[] text) {
    EveryText.read(new String(text, StandardCharsets.UTF_8));
  }
}
