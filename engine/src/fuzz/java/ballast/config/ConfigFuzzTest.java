package ballast.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** The configuration, by coverage. */
class ConfigFuzzTest {
  private static final EveryConfig CONFIGS = inFreshFolder();

  @FuzzTest
  void configuration(byte[] yaml) {
    CONFIGS.read(new String(yaml, StandardCharsets.UTF_8));
  }

  private static EveryConfig inFreshFolder() {
    try {
      return new EveryConfig(Files.createTempDirectory("ballast-fuzz"));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
