package ballast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.Careful;
import ballast.Mutator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Price, funding and rate files, broken by seed, plain and zipped. */
class MarketCorpusTest {
  private static final int CASES = 1_500;

  @TempDir Path folder;
  private final Mutator mutator = new Mutator(Mutator.seed(20261122L));
  private EveryMarketFile files = new EveryMarketFile(Path.of(""));

  @BeforeEach
  void open() {
    files = new EveryMarketFile(folder);
  }

  @Test
  void readsOrRefusesEveryFileWithinItsBounds() {
    long taken = Careful.count(mutator.broken(EveryMarketFile.REAL, CASES), files::read);

    assertThat(taken).isBetween(CASES / 20L, CASES / 2L);
  }

  @Test
  void readsOrRefusesEveryZippedFileWithinItsBounds() {
    long taken = Careful.count(mutator.broken(EveryMarketFile.REAL, CASES / 10), files::readZipped);

    assertThat(taken).isBetween(CASES / 200L, CASES / 20L);
  }

  @Test
  void refusesRowsThatEndInALoneCarriageReturn() {
    assertThat(files.read("1772366400000,0.01\r1772395200000,0.02\n")).isFalse();
    assertThat(files.read("1772366400000,0.01\r\n1772395200000,0.02\r\n")).isTrue();
  }

  @Test
  void refusesMoreMissingBarsThanCanBeCounted() throws IOException {
    String bar = ",2,2,2,2,9\n";
    Path file = folder.resolve("sparse.csv");
    Files.writeString(file, "1230768000000" + bar + "1230768000001" + bar + "4102444799999" + bar);

    assertThatExceptionOfType(MarketFileException.class)
        .isThrownBy(() -> MarketFiles.prices(file, true))
        .withMessageContaining("line 3");
  }
}
