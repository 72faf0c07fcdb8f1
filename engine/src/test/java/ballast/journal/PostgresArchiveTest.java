package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Archives of a journal in PostgreSQL. */
class PostgresArchiveTest extends ArchiveContractTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 4);
  private static final long LATER = Instant.parse("2026-04-01T00:00:00Z").toEpochMilli();

  private String url = "";

  @Override
  void makeEmpty() {
    url = Postgres.emptied();
  }

  @Override
  Journal open() {
    return JournalStore.openPostgres(url, System::nanoTime);
  }

  @Override
  Archives.Done archive(YearMonth until, Consumer<Archiving.Step> steps) {
    return Archives.of(
        url, new Archives.Order(Optional.of(directory.resolve("archive")), until, false), steps);
  }

  @Override
  long quietRows() throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      return quietRows(connection);
    }
  }

  @Test
  void refusesWhileAnEngineKeepsAnAccount() {
    try (Journal engine = open()) {
      engine.adopt(LargeJournal.ACCOUNT, Ticks.POLICY, Ticks.START);
      assertThatThrownBy(() -> archive(MONTH, step -> {}))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("main is kept by process ")
          .hasMessageEndingWith(": stop that engine first");
    }
    assertThat(archive(MONTH, step -> {}).months()).isNotEmpty();
  }

  @Test
  void aReportThatIsUnderWayMissesNothingOfWhatIsArchivedMeanwhile() {
    try (Journal reading = open()) {
      // more than are read at a time
      new LargeJournal(reading, 6, LATER, 1_200_000, false).live(2_300);
    }
    try (Journal reading = open()) {
      List<RecordedTick> before = new ArrayList<>();
      reading.reader().ticks(Span.everything(), before::add);
      List<RecordedTick> ticks = new ArrayList<>();
      reading
          .reader()
          .ticks(
              Span.everything(),
              tick -> {
                if (ticks.isEmpty()) {
                  assertThat(archive(MONTH, step -> {}).months()).isNotEmpty();
                }
                ticks.add(tick);
              });
      assertThat(ticks).isEqualTo(before);
    }
  }
}
