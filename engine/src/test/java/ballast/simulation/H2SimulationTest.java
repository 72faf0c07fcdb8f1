package ballast.simulation;

import ballast.journal.Journal;
import ballast.journal.JournalStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few days on the journal that ships, an H2 file. A crash closes the file and opens it anew: what
 * a killed process loses of it is tested with real processes. {@code -Dballast.h2.days=365} makes
 * it longer, {@code -Djava.io.tmpdir=/dev/shm} takes the disk out of it.
 */
class H2SimulationTest {
  private static final int DAYS = Integer.getInteger("ballast.h2.days", 2);

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void keepsEveryInvariantOnAFile(long seed, @TempDir Path directory) {
    try (Disk disk = new H2Disk(directory)) {
      System.out.println("h2: " + new Simulation(seed, DAYS, 0.3, Mutant.NONE, disk).run());
    }
  }

  private static final class H2Disk implements Disk {
    private final Path directory;
    private final SimulatedClock clock = new SimulatedClock();
    private Journal journal;

    H2Disk(Path directory) {
      this.directory = directory;
      this.journal = JournalStore.open(directory, clock::nanos);
    }

    @Override
    public Journal open() {
      return journal;
    }

    @Override
    public void crash() {
      journal.close();
      journal = JournalStore.open(directory, clock::nanos);
    }

    @Override
    public void close() {
      journal.close();
    }
  }
}
