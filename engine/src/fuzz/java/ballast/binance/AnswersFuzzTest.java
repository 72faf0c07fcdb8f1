package ballast.binance;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Every endpoint's answer, by coverage. */
class AnswersFuzzTest {
  @FuzzTest
  void answers(byte[] body) {
    EveryAnswer.read(new String(body, StandardCharsets.UTF_8));
  }
}
