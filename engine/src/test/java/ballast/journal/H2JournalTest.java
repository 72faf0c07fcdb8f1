package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal in an H2 file. */
class H2JournalTest extends JournalContractTest {
  @TempDir Path directory = Path.of("");

  @Override
  Journal empty() {
    try {
      FreshH2.copyTo(directory);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return JournalStore.open(directory, System::nanoTime);
  }

  @Test
  void mayBecomeADryRunAgain() {
    journal().adopt("main", Ticks.POLICY, Ticks.START);
    journal().close();
    try (Journal again = JournalStore.open(directory, System::nanoTime)) {
      assertThat(again.forbidsDryRun("main")).isEmpty();
    }
  }
}
