package ballast.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketFileWriterTest {
  private static final String HEADER = "time_ms,rate";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path dir;

  private Path file;
  private Path part;

  @BeforeEach
  void name() {
    file = dir.resolve("deeper/rates.csv");
    part = dir.resolve("deeper/rates.csv.part");
  }

  @Test
  void hasItsNameOnlyWhenComplete() throws IOException {
    try (MarketFileWriter writer = MarketFileWriter.open(file, HEADER)) {
      writer.row(1, List.of("0.1", "x"));
      assertThat(file).doesNotExist();
      assertThat(writer.part()).hasContent("time_ms,rate\n1,0.1,x\n");
      writer.complete();
    }
    assertThat(file).hasContent("time_ms,rate\n1,0.1,x\n");
    assertThat(part).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "'time_ms,rate\n10,1\n20,2\n', 20, 'time_ms,rate\n10,1\n20,2\n'",
    "'time_ms,rate\n10,1\n20,2', 10, 'time_ms,rate\n10,1\n'",
    "'time_ms,rate\n10,1\n2', 10, 'time_ms,rate\n10,1\n'",
    "'time_ms,rate\n1', , 'time_ms,rate\n'",
    "'time_ms,rate\n', , 'time_ms,rate\n'",
    "'time_', , 'time_ms,rate\n'",
    "'', , 'time_ms,rate\n'"
  })
  void continuesAPartAfterItsLastWholeRow(String left, Long last, String kept) throws IOException {
    Files.createDirectories(part.getParent());
    Files.writeString(part, left);
    try (MarketFileWriter writer = MarketFileWriter.open(file, HEADER)) {
      assertThat(writer.last().stream().boxed().toList())
          .isEqualTo(last == null ? List.of() : List.of(last));
      assertThat(writer.part()).hasContent(kept);
    }
  }
}
