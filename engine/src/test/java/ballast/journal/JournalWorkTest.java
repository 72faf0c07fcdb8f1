package ballast.journal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much the journal asks of its database for a tick, counted and not timed. */
class JournalWorkTest {
  private static final String ACCOUNT = "main";
  private static final int TRANSFERS = 40;
  private static final int HOLDS = 10;
  private static final long FEW_ROWS = 60;
  private static final long FEW_TIMES = 4;

  @TempDir Path directory = Path.of("");

  private final StatementWatch database = new StatementWatch();
  private Journal journal;
  private long policy;
  private long now = Ticks.START;

  @BeforeEach
  void liveForMonths() throws IOException {
    FreshH2.copyTo(directory);
    Place place = database.over(H2Place.open(directory, Schema.CURRENT));
    journal = new SqlJournal(place, () -> 0, Duration.ofDays(1).toMillis());
    policy = journal.adopt(ACCOUNT, Ticks.POLICY, now);
    for (int i = 0; i < TRANSFERS; i++) {
      for (int j = 0; j < HOLDS; j++) {
        hold();
      }
      settled(send());
      now += Duration.ofDays(3).toMillis();
    }
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void hold() {
    assertThat(journal.lease(ACCOUNT)).isPresent();
    AccountSnapshot snapshot = Ticks.account(now, "2.3");
    Decision decision = Ticks.decide(Ticks.POLICY, snapshot, journal.books(ACCOUNT, now));
    assertThat(decision.kind()).isEqualTo(Decision.Kind.HOLD);
    journal.record(ACCOUNT, policy, snapshot, decision);
    journal.call(ACCOUNT, Ticks.call(now));
    now += 1_000;
  }

  @Test
  void asksNothingForATickThatSharesACommit() {
    hold();
    hold();
    database.watch();
    hold();
    assertThat(database.ran())
        .extracting(StatementWatch.Ran::text)
        .satisfiesExactly(
            text -> assertThat(text).startsWith("INSERT INTO snapshot"),
            text -> assertThat(text).startsWith("INSERT INTO decision"),
            text -> assertThat(text).startsWith("INSERT INTO api_call"));
  }

  @Test
  void readsFewRowsForATransferHoweverManyThereWere() {
    hold();
    database.watch();
    Intent sending = send();
    assertThat(sending.state()).isEqualTo(IntentState.SENDING);
    requireFewRows();
    Intent settled = settled(sending);
    Books books = journal.books(ACCOUNT, now + 10_000);
    assertThat(books.lastMove()).contains(settled);
    assertThat(books.intents()).isEqualTo(TRANSFERS + 1);
    requireFewRows();
  }

  private Intent send() {
    AccountSnapshot snapshot = Ticks.account(now, "1.5");
    Decision decision = Ticks.decide(Ticks.POLICY, snapshot, journal.books(ACCOUNT, now));
    Intent intent = journal.intend(ACCOUNT, policy, snapshot, decision, Ticks.holdings(now - 100));
    return journal.advance(intent, IntentState.SENDING, now + 300, "");
  }

  private Intent settled(Intent sending) {
    Intent confirmed = journal.advance(sending, IntentState.CONFIRMED, now + 400, "");
    return journal.advance(confirmed, IntentState.SETTLED, now + 4_000, "");
  }

  private void requireFewRows() {
    List<StatementWatch.Ran> ran = database.ran();
    assertThat(ran).filteredOn(StatementWatch.Ran::isQuery).isNotEmpty();
    assertThat(ran).as(StatementWatch.texts(ran)).allMatch(one -> one.rows() <= FEW_ROWS);
    assertThat(ran.stream().collect(groupingBy(StatementWatch.Ran::text, counting())))
        .as("no query goes on page after page")
        .allSatisfy((text, times) -> assertThat(times).isLessThanOrEqualTo(FEW_TIMES));
  }
}
