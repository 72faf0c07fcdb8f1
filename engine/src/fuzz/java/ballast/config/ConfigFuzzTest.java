package ballast.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The configuration, by coverage. */
class ConfigFuzzTest {
  private static final EveryConfig CONFIGS = inFreshFolder();

  static Stream<byte[]> real() {
    return EveryConfig.REAL.stream().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("real")
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
