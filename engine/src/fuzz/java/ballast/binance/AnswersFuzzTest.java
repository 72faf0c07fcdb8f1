package ballast.binance;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint's answer, by coverage. */
class AnswersFuzzTest {
  static Stream<byte[]> real() {
    return EveryAnswer.REAL.stream().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("real")
  @FuzzTest
  void answers(byte[] body) {
    EveryAnswer.read(new String(body, StandardCharsets.UTF_8));
  }
}
