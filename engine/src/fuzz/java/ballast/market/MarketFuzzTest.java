package ballast.market;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Price, funding and rate files, by coverage, plain and zipped. */
class MarketFuzzTest {
  private static final EveryMarketFile FILES = inFreshFolder();

  static Stream<byte[]> real() {
    return EveryMarketFile.REAL.stream().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("real")
  @FuzzTest
  void file(byte[] bytes) {
    FILES.read(bytes);
    FILES.read(EveryMarketFile.zipped(bytes));
  }

  private static EveryMarketFile inFreshFolder() {
    try {
      return new EveryMarketFile(Files.createTempDirectory("ballast-fuzz"));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
