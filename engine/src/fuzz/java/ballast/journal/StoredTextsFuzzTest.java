package ballast.journal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The journal's texts, by coverage. */
class StoredTextsFuzzTest {
  static Stream<byte[]> real() {
    return EveryStoredText.REAL.stream().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("real")
  @FuzzTest
  void storedText(byte[] text) {
    EveryStoredText.read(new String(text, StandardCharsets.UTF_8));
  }
}
