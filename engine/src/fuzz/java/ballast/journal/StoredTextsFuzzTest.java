package ballast.journal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** The journal's texts, by coverage. */
class StoredTextsFuzzTest {
  @FuzzTest
  void storedText(byte[] text) {
    EveryStoredText.read(new String(text, StandardCharsets.UTF_8));
  }
}
