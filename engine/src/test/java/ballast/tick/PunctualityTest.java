package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PunctualityTest {
  private static final Instant LAST = Instant.parse("2026-01-05T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static boolean isOverdue(String schedule, String blackout, String now) {
    List<String> blackouts = blackout.isEmpty() ? List.of() : List.of(blackout);
    return new Punctuality(Schedule.parse(schedule), Blackout.parse(blackouts))
        .isOverdue(LAST, Instant.parse(now), MINUTE);
  }

  @Test
  void isOverdueOneMinuteAfterTheThirdTickThatWasDue() {
    assertThat(isOverdue("every 30s", "", "2026-01-05T10:02:30Z")).isFalse();
    assertThat(isOverdue("every 30s", "", "2026-01-05T10:02:30.001Z")).isTrue();
    assertThat(isOverdue("every 1h", "", "2026-01-05T13:01:00Z")).isFalse();
    assertThat(isOverdue("every 1h", "", "2026-01-05T13:01:00.001Z")).isTrue();
  }

  @Test
  void aScheduleThatRestsAtTheWeekendIsNotOverdueThen() {
    String weekdays = "cron 0 0 10 ? * MON-FRI UTC";
    assertThat(isOverdue(weekdays, "", "2026-01-08T10:00:30Z")).isFalse();
    assertThat(isOverdue(weekdays, "", "2026-01-08T10:01:01Z")).isTrue();
    assertThat(
            new Punctuality(Schedule.parse(weekdays), Blackout.parse(List.of()))
                .isOverdue(
                    Instant.parse("2026-01-09T10:00:00Z"),
                    Instant.parse("2026-01-13T11:00:00Z"),
                    MINUTE))
        .isFalse();
  }

  @Test
  void aBlackoutDoesNotCountAndItsEndStartsTheCountAfresh() {
    String blackout = "daily 10:01-18:00 UTC";
    assertThat(isOverdue("every 30s", blackout, "2026-01-05T17:59:00Z")).isFalse();
    assertThat(isOverdue("every 30s", blackout, "2026-01-05T18:01:00Z")).isFalse();
    assertThat(isOverdue("every 30s", blackout, "2026-01-05T18:04:00Z")).isTrue();
  }

  @Test
  void aClockThatWasSetBackHidesNothing() {
    AtomicLong steady = new AtomicLong(7);
    Elapsed elapsed = new Elapsed(steady::get);
    Instant before = LAST.minus(Duration.ofHours(1));
    assertThat(elapsed.since(LAST, before)).isEqualTo(LAST);

    steady.addAndGet(Duration.ofSeconds(151).toMillis());
    Instant surely = elapsed.since(LAST, before.plusSeconds(151));
    assertThat(surely).isEqualTo(LAST.plusSeconds(151));
    assertThat(
            new Punctuality(Schedule.parse("every 30s"), Blackout.parse(List.of()))
                .isOverdue(LAST, surely, MINUTE))
        .isTrue();

    Instant next = before.plusSeconds(180);
    assertThat(elapsed.since(next, next)).as("it goes on").isEqualTo(next);
    assertThat(elapsed.since(next, next.plusSeconds(9))).isEqualTo(next.plusSeconds(9));
  }
}
