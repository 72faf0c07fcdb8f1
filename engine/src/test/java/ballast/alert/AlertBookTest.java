package ballast.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.alert.Delivery.Outcome;
import ballast.alert.Notice.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is told, and how often. */
class AlertBookTest {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long START = 1_800_000_000_000L;
  private static final Cadence CADENCE = new Cadence(Duration.ofMinutes(15), Duration.ofMinutes(5));
  private static final Subject MARGIN = new Subject(Rule.MARGIN_LOW, "main");
  private static final Subject DISK = new Subject(Rule.DISK_LOW, "");

  private AlertBook book = AlertBook.EMPTY;
  private final List<Notice> told = new ArrayList<>();

  private void sees(long atMillis, Subject... subjects) {
    Map<Subject, String> standing = new TreeMap<>();
    for (Subject subject : subjects) {
      standing.put(subject, "seen at " + (atMillis - START));
    }
    takes(new Findings(standing, Set.of(), Set.of(), false), atMillis);
  }

  private void takes(Findings findings, long atMillis) {
    AlertBook.Step step = book.take(findings, CADENCE, atMillis);
    book = step.book();
    told.addAll(step.notices());
  }

  private List<Kind> kinds() {
    return told.stream().map(Notice::kind).toList();
  }

  @Test
  void tellsAConditionOnceWhenItIsNew() {
    sees(START, MARGIN);
    sees(START + SECOND, MARGIN);

    assertThat(told).containsExactly(Notice.of(Kind.RAISED, MARGIN, "seen at 0", START, START, 1));
  }

  @Test
  void repeatsItAfterWaitsThatDoubleToADay() {
    for (long at = START; at < START + 5 * DAY; at += MINUTE) {
      sees(at, MARGIN);
    }

    assertThat(told.stream().map(notice -> (notice.atMillis() - START) / MINUTE))
        .containsExactly(
            0L,
            15L,
            45L,
            105L,
            225L,
            465L,
            945L,
            1905L,
            1905L + 1440,
            1905L + 2 * 1440,
            1905L + 3 * 1440);
    assertThat(told.get(10).count()).isEqualTo(11);
    assertThat(told.get(10).text()).contains("since 2027-01-15T08:00:00Z, 4 d 7 h, notice 11");
  }

  @Test
  void aStormOfAThousandComesToOneNoticeOfEachSubjectAndOneRecovery() {
    for (int i = 0; i < 1_000; i++) {
      sees(START + i * 100L, MARGIN, DISK);
    }
    assertThat(told).hasSize(2);

    sees(START + 100 * SECOND + 5 * MINUTE);

    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.RAISED, Kind.RECOVERED, Kind.RECOVERED);
    assertThat(book).isEqualTo(AlertBook.EMPTY);
  }

  @Test
  void whatComesAndGoesAThousandTimesIsOneAlertToo() {
    for (int i = 0; i < 1_000; i++) {
      if (i % 2 == 0) {
        sees(START + i * SECOND, MARGIN);
      } else {
        sees(START + i * SECOND);
      }
    }

    assertThat(kinds()).as("a quarter of an hour").containsExactly(Kind.RAISED, Kind.REPEATED);

    sees(START + 1_000 * SECOND + 5 * MINUTE);

    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.REPEATED, Kind.RECOVERED);
    assertThat(told.get(2).detail()).as("as it was seen last").isEqualTo("seen at 998000");
  }

  @Test
  void raisesAnewWhatCameBackAfterItsRecovery() {
    sees(START, MARGIN);
    sees(START + 5 * MINUTE);
    sees(START + 6 * MINUTE, MARGIN);

    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.RECOVERED, Kind.RAISED);
    assertThat(told.get(2).sinceMillis()).isEqualTo(START + 6 * MINUTE);
  }

  @Test
  void whatIsUnknownNeitherRecoversNorRepeats() {
    sees(START, MARGIN);
    for (long at = START; at < START + DAY; at += MINUTE) {
      takes(new Findings(Map.of(), Set.of(), Set.of(MARGIN), false), at);
    }
    takes(new Findings(Map.of(), Set.of(), Set.of(), true), START + DAY);
    assertThat(kinds()).containsExactly(Kind.RAISED);

    sees(START + DAY + 4 * MINUTE);
    assertThat(kinds()).containsExactly(Kind.RAISED);
    sees(START + DAY + 5 * MINUTE);
    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.RECOVERED);
  }

  @Test
  void leavesToAnotherEngineWhatItKeeps() {
    sees(START, MARGIN, DISK);
    takes(new Findings(Map.of(), Set.of("main"), Set.of(DISK), false), START + HOUR);

    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.RAISED);
    assertThat(book.standing()).containsOnlyKeys(DISK);
  }

  private static Delivery delivered(Notice notice) {
    return new Delivery(notice, "ops", Outcome.FAILED, 3, "HTTP 500", notice.atMillis());
  }

  @Test
  void afterARestartWhatStoodIsNotToldAsNew() {
    sees(START, MARGIN, DISK);
    sees(START + 15 * MINUTE, MARGIN);
    List<Delivery> remembered = told.stream().map(AlertBookTest::delivered).toList();
    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.RAISED, Kind.REPEATED, Kind.RECOVERED);

    long restarted = START + 20 * MINUTE;
    book =
        AlertBook.EMPTY
            .recalling("main", remembered, restarted)
            .recalling("", remembered, restarted);
    told.clear();
    sees(restarted, MARGIN);
    sees(START + 44 * MINUTE, MARGIN);
    assertThat(told).isEmpty();

    sees(START + 45 * MINUTE, MARGIN);
    assertThat(told)
        .containsExactly(
            Notice.of(Kind.REPEATED, MARGIN, "seen at 2700000", START, START + 45 * MINUTE, 3));
  }

  @Test
  void afterARestartWhatIsOverIsToldToBeOver() {
    sees(START, MARGIN);
    List<Delivery> remembered = told.stream().map(AlertBookTest::delivered).toList();
    told.clear();

    book = AlertBook.EMPTY.recalling("main", remembered, START + HOUR);
    sees(START + HOUR);
    sees(START + HOUR + 5 * MINUTE);

    assertThat(kinds()).containsExactly(Kind.RECOVERED);
    assertThat(told.get(0).text()).contains("stood from 2027-01-15T08:00:00Z, 1 h 5 min");
  }

  @Test
  void refusesACadenceThatWouldNeverWait() {
    assertThatThrownBy(() -> new Cadence(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
