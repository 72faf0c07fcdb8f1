package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.SharedPostgres;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.IntentStep;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.journal.JournalStore;
import ballast.journal.Span;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperVenue;
import ballast.paper.Scenario;
import ballast.venue.Venue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection to PostgreSQL is lost on a COMMIT: nobody knows whether it was carried out. */
class CommitUnknownTest {
  @SuppressWarnings("NullAway.Init")
  private static SharedPostgres database;

  private final PaperClock clock = PaperClock.cranked(1_800_000_000_000L);
  private final PaperExchange exchange =
      new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());

  @BeforeAll
  static void starts() {
    database = SharedPostgres.database();
  }

  /** Without prepared statements every COMMIT is on the wire as a word. */
  private static Journal open(int port) {
    return JournalStore.openPostgres(database.url(port) + "&prepareThreshold=0", System::nanoTime);
  }

  private Tick tick(String account, Journal journal, Venue venue) {
    return new Tick(
        Assigned.toTargetBand(account, MarchAccount.MOVES_AT_ONCE, MarchAccount.LIMITS),
        venue,
        journal,
        report -> {},
        Clocks.ofPaper(clock, System::nanoTime));
  }

  /** After the balances one COMMIT ends a look at the books; the next two are the intent's. */
  @ParameterizedTest
  @CsvSource({
    "a, 1, false, ''",
    "b, 1, true, INTENT ABANDONED",
    "c, 2, false, INTENT ABANDONED",
    "d, 2, true, INTENT SENDING UNKNOWN"
  })
  void theTickEndsUnsentAndTheNextStartReadsWhatIsThere(
      String account, int commits, boolean carriedOut, String states) throws IOException {
    try (CommitCutter cutter = new CommitCutter(database.port(), carriedOut)) {
      try (Journal journal = open(cutter.port())) {
        Venue venue =
            new ElsewhereVenue(
                new PaperVenue(exchange, clock, Faults.none()), () -> cutter.cutAfter(commits));
        assertThatThrownBy(() -> tick(account, journal, venue).run())
            .isInstanceOf(JournalException.class)
            .hasMessageContaining("jdbc:postgresql");
      }
    }
    assertThat(exchange.ledger()).isEmpty();

    database.run("UPDATE lease SET expires_ms = 0");
    try (Journal journal = open(database.port())) {
      tick(account, journal, new PaperVenue(exchange, clock, Faults.none())).run();
      isWhole(account, journal, states);
    }
  }

  /** A server that was restarted must not need somebody to restart the engine. */
  @ParameterizedTest
  @CsvSource({
    "e, 1, false, ''",
    "f, 1, true, INTENT ABANDONED",
    "g, 2, false, INTENT ABANDONED",
    "h, 2, true, INTENT SENDING UNKNOWN"
  })
  void theSameEngineReadsWhatIsThereAtItsNextTick(
      String account, int commits, boolean carriedOut, String states) throws IOException {
    AtomicBoolean cut = new AtomicBoolean();
    try (CommitCutter cutter = new CommitCutter(database.port(), carriedOut);
        Journal journal = open(cutter.port())) {
      Venue venue =
          new ElsewhereVenue(
              new PaperVenue(exchange, clock, Faults.none()),
              () -> {
                if (!cut.getAndSet(true)) {
                  cutter.cutAfter(commits);
                }
              });
      Tick tick = tick(account, journal, venue);
      assertThatThrownBy(tick::run)
          .isInstanceOfSatisfying(
              JournalException.class, lost -> assertThat(lost.passes()).isTrue());
      assertThat(exchange.ledger()).isEmpty();
      cutter.heal();
      tick.run();
      isWhole(account, journal, states);
    }
  }

  private void isWhole(String account, Journal journal, String states) {
    List<Intent> intents = journal.reader().intents(Span.of(account));
    long first = states.isEmpty() ? 0 : intents.get(0).id();
    assertThat(
            journal.reader().steps(Span.of(account)).stream()
                .filter(step -> step.intent() == first)
                .map(IntentStep::state)
                .map(IntentState::name))
        .containsExactly(states.isEmpty() ? new String[0] : states.split(" "));
    assertThat(exchange.ledger()).hasSizeLessThanOrEqualTo(1);
    assertThat(journal.reader().check().breaks()).isEmpty();
  }
}
