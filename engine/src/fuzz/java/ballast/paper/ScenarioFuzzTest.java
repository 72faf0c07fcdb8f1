package ballast.paper;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios and plans of faults, by coverage. */
class ScenarioFuzzTest {
  private static final EveryScenario SCENARIOS = inFreshFolder();

  static Stream<byte[]> real() {
    return Stream.concat(EveryScenario.SCENARIOS.stream(), EveryScenario.FAULTS.stream()).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("real")
  @FuzzTest
  void scenario(byte[] yaml) {
    String text = new String(yaml, StandardCharsets.UTF_8);
    SCENARIOS.scenario(text);
    EveryScenario.faults(text);
  }

  private static EveryScenario inFreshFolder() {
    try {
      return new EveryScenario(Files.createTempDirectory("ballast-fuzz"));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
