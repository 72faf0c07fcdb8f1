package ballast.journal;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;

/** Archives of a journal in an H2 file. */
class H2ArchiveTest extends ArchiveContractTest {
  @Override
  void makeEmpty() throws IOException {
    FreshH2.copyTo(directory);
  }

  @Override
  Journal open() {
    return JournalStore.open(directory, System::nanoTime);
  }

  @Override
  Archives.Done archive(YearMonth until, Consumer<Archiving.Step> steps) {
    return Archives.of(
        directory.toString(), new Archives.Order(Optional.empty(), until, false), steps);
  }

  @Override
  long quietRows() throws Exception {
    try (H2Place place = H2Place.open(directory, Schema.CURRENT);
        var connection = place.connect()) {
      return quietRows(connection);
    }
  }
}
