package ballast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulation on the journal that ships: months in memory, a few days on a file. {@code
 * -Dballast.h2.days=365} makes the file's longer, {@code -Djava.io.tmpdir=/dev/shm} takes the disk
 * out of it; the soak runs years of it in memory.
 */
class H2SimulationTest {
  private static final int DAYS = Integer.getInteger("ballast.h2.days", 2);
  private static final int MONTH = 30;
  private static final double STORMY = 0.3;

  @ParameterizedTest
  @ValueSource(longs = 1)
  void keepsEveryInvariantOnAFile(long seed, @TempDir Path directory) {
    try (Disk disk = H2Disk.on(directory)) {
      System.out.println("h2 file: " + new Simulation(seed, DAYS, STORMY, Mutant.NONE, disk).run());
    }
  }

  @Test
  void keepsEveryInvariantInMemory() {
    Campaign.Result result = new Campaign(MONTH, STORMY, Mutant.NONE).onH2().run(1, 2);
    System.out.println("h2 in memory: " + result.tally());
    assertThat(result.failures()).isEmpty();
  }

  @Test
  void comesToTheSameEndFromTheSameSeed() {
    Campaign campaign = new Campaign(7, STORMY, Mutant.NONE).onH2();
    assertThat(campaign.one(5).fingerprint()).isEqualTo(campaign.one(5).fingerprint());
  }
}
