package ballast.notify;

import static ballast.alert.Views.account;
import static ballast.alert.Views.engine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ballast.alert.AccountView;
import ballast.alert.AccountView.Beat;
import ballast.alert.AlertBook;
import ballast.alert.Cadence;
import ballast.alert.DailyTime;
import ballast.alert.Delivery;
import ballast.alert.Delivery.Outcome;
import ballast.alert.EngineView;
import ballast.alert.Judged;
import ballast.alert.Notice;
import ballast.alert.Notice.Kind;
import ballast.alert.Rule;
import ballast.alert.Subject;
import ballast.alert.Views;
import ballast.journal.Journal;
import ballast.journal.MemoryJournal;
import ballast.journal.Span;
import ballast.notify.Channel.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** From an engine as it is to people who are told, with the clock cranked by hand. */
class AlertDeskTest {
  private static final long START = Instant.parse("2026-11-26T06:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;
  private static final Answer TAKEN = new Answer.Taken();

  private final Journal journal = new MemoryJournal();
  private final List<Delivery> counted = Collections.synchronizedList(new ArrayList<>());
  private final List<Set<Subject>> stood = new ArrayList<>();
  private final AlertDesk.Listener heard =
      new AlertDesk.Listener() {
        @Override
        public void looked(AlertBook book, long atMillis) {
          assertThat(atMillis).isEqualTo(now);
          stood.add(book.standing().keySet());
        }

        @Override
        public void told(Delivery delivery) {
          counted.add(delivery);
        }
      };
  private final Days days = new Days();
  private long now = START;
  private Supplier<EngineView> engine = () -> engine(account("main", "2"));

  private AlertDesk desk(Channel... channels) {
    return new AlertDesk(
        () -> Judged.of(engine.get(), Views.LEVELS),
        days,
        new AlertDesk.Settings(
            new Cadence(Duration.ofMinutes(15), Duration.ofMinutes(5)),
            Optional.of(DailyTime.parse("08:00 Europe/Zurich"))),
        List.of(channels),
        journal,
        heard,
        () -> Instant.ofEpochMilli(now));
  }

  private List<Delivery> journaled() {
    return journal.reader().deliveries(Span.everything());
  }

  /** Looks, and waits for the channel's thread. */
  private void looks(AlertDesk desk, int deliveries) {
    desk.look();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(counted).hasSize(deliveries));
  }

  @Test
  void aStormOfAThousandIsTwoNoticesAndARecovery() {
    FakeChannel channel = new FakeChannel(TAKEN);
    try (AlertDesk desk = desk(channel)) {
      desk.start();
      for (int i = 0; i < 1_000; i++) {
        String falling = "1.4" + (1_000 - i);
        engine = () -> engine(account("main", falling), account("second", "1.2"));
        now += 100;
        desk.look();
      }
      engine = () -> engine(account("main", "2"), account("second", "2"));
      now += 5 * MINUTE;
      looks(desk, 4);
    }

    assertThat(channel.sent())
        .extracting(Notice::title)
        .containsExactly(
            "CRITICAL margin-low main",
            "CRITICAL margin-low second",
            "RECOVERED margin-low main",
            "RECOVERED margin-low second");
    assertThat(journaled()).hasSize(4).isEqualTo(counted);
  }

  @Test
  void whatDoesNotArriveIsJournaledAndNothingElseFails() {
    engine = () -> engine(account("main", "1.2"));
    try (AlertDesk desk = desk(new FakeChannel(new Answer.Failed("HTTP 404", false)))) {
      desk.start();
      looks(desk, 1);
    }

    assertThat(journaled())
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.outcome()).isEqualTo(Outcome.FAILED);
              assertThat(delivery.failure()).isEqualTo("HTTP 404");
              assertThat(delivery.channel()).isEqualTo("fake");
              assertThat(delivery.notice().detail()).isEqualTo("uniMMR 1.20x is below 1.50x");
            });
  }

  @Test
  void afterARestartTheJournalSaysWhatWasTold() {
    engine = () -> engine(account("main", "1.2"));
    try (AlertDesk desk = desk(new FakeChannel(TAKEN))) {
      desk.start();
      looks(desk, 1);
    }
    FakeChannel after = new FakeChannel(TAKEN);
    try (AlertDesk desk = desk(after)) {
      desk.start();
      engine = () -> engine(AccountView.unseen("main", Beat.IN_TIME));
      desk.look();
      engine = () -> engine(account("main", "1.2"));
      now += 14 * MINUTE;
      desk.look();
      assertThat(after.sent()).isEmpty();
      now += MINUTE;
      looks(desk, 2);
    }

    assertThat(after.sent()).extracting(Notice::kind).containsExactly(Kind.REPEATED);
    assertThat(after.sent().get(0).sinceMillis()).isEqualTo(START);
  }

  @Test
  void anAccountThatIsTakenOverComesWithWhatTheOtherEngineTold() {
    engine = () -> engine(account("main", "1.2"));
    try (AlertDesk theirs = desk(new FakeChannel(TAKEN))) {
      theirs.start();
      looks(theirs, 1);
    }
    FakeChannel ours = new FakeChannel(TAKEN);
    try (AlertDesk desk = desk(ours)) {
      desk.start();
      engine = () -> engine(AccountView.elsewhere("main"));
      desk.look();
      engine = () -> engine(account("main", "1.2"));
      desk.look();
      now += 15 * MINUTE;
      looks(desk, 2);
    }

    assertThat(ours.sent()).extracting(Notice::kind).containsExactly(Kind.REPEATED);
  }

  @Test
  void theDigestComesOnceADayAtItsTime() {
    FakeChannel channel = new FakeChannel(TAKEN);
    try (AlertDesk desk = desk(channel)) {
      desk.start();
      now = Instant.parse("2026-11-26T06:59:59Z").toEpochMilli();
      desk.look();
      now = Instant.parse("2026-11-26T07:00:03Z").toEpochMilli();
      looks(desk, 1);
      now = Instant.parse("2026-11-27T06:59:59Z").toEpochMilli();
      desk.look();
      now = Instant.parse("2026-11-27T07:00:00Z").toEpochMilli();
      looks(desk, 2);
    }

    assertThat(channel.sent()).extracting(Notice::kind).containsOnly(Kind.DIGEST);
    assertThat(channel.sent().get(0).text()).startsWith("since 2026-11-26T06:00:00Z\nmain: ");
    assertThat(channel.sent().get(1).text()).startsWith("since 2026-11-26T07:00:03Z\nmain: ");
  }

  @Test
  void aJournalThatBreaksIsStillToldOfAtTheEnd() {
    FakeChannel channel = new FakeChannel(TAKEN);
    try (AlertDesk desk = desk(channel)) {
      desk.start();
      desk.look();
      engine = () -> Views.withoutJournal("the disk is full");
    }

    assertThat(channel.sent())
        .extracting(Notice::title, Notice::text)
        .containsExactly(tuple("CRITICAL journal-failed", "the disk is full"));
  }

  @Test
  void whereNobodyIsToldWhatStandsIsKnownAllTheSame() {
    try (AlertDesk desk = desk()) {
      desk.look();
      engine = () -> engine(account("main", "1.2"));
      desk.look();
      engine = () -> engine(account("main", "2"));
      desk.look();
      now += 5 * MINUTE;
      desk.look();
    }

    Set<Subject> low = Set.of(new Subject(Rule.MARGIN_LOW, "main"));
    assertThat(stood).as("until it is over").containsExactly(Set.of(), low, low, Set.of());
    assertThat(journaled()).isEmpty();
  }

  @Test
  void neverThrows() {
    FakeChannel channel = new FakeChannel(TAKEN);
    engine =
        () -> {
          throw new IllegalStateException("no view");
        };
    try (AlertDesk desk = desk(channel)) {
      desk.look();
    }
    assertThat(channel.sent()).isEmpty();
  }
}
