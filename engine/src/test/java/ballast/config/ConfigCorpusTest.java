package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Careful;
import ballast.Mutator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real configurations, broken by seed. */
class ConfigCorpusTest {
  private static final int CASES = 1_000;

  @Test
  void readsOrRefusesEveryConfigurationWithinItsBounds(@TempDir Path path) {
    Mutator mutator = new Mutator(Mutator.seed(20261122L));
    EveryConfig configs = new EveryConfig(path);

    long taken = Careful.count(mutator.broken(EveryConfig.REAL, CASES), configs::read);

    assertThat(taken).isBetween(CASES / 100L, CASES / 2L);
  }

  @Test
  void readsTheRealOnes(@TempDir Path path) {
    assertThat(EveryConfig.REAL).allMatch(new EveryConfig(path)::read);
  }

  @Test
  void refusesALongListOfDatabaseHosts(@TempDir Path path) {
    String url = "jdbc:postgresql://" + "a,".repeat(20_000) + "a/b";

    assertThat(new EveryConfig(path).read(ConfigFolder.EXAMPLE.replace("\"\"", '"' + url + '"')))
        .isFalse();
  }
}
