package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "every 30s, 2026-11-22T08:00:00Z, 2026-11-22T08:00:30Z",
    "every 30s, 2026-11-22T08:00:29.999Z, 2026-11-22T08:00:30Z",
    "every 5m, 2026-11-22T08:02:00Z, 2026-11-22T08:05:00Z",
    "cron 0/30 * * * * ? UTC, 2026-11-22T08:00:00Z, 2026-11-22T08:00:30Z",
    "cron 0 0 8 * * ? Europe/Zurich, 2026-11-22T07:00:00Z, 2026-11-23T07:00:00Z",
    // the clocks go forward in Zurich on 2026-03-29: eight o'clock there comes an hour earlier in
    // UTC
    "cron 0 0 8 * * ? Europe/Zurich, 2026-03-28T07:00:00Z, 2026-03-29T06:00:00Z",
  })
  void comesNextStrictlyAfterTheTimeGiven(String text, Instant after, Instant next) {
    assertThat(Schedule.parse(text).next(after)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30s",
        "every 30",
        "every 0s",
        "every 999ms",
        "every -1s",
        "cron",
        "cron * * * * * ?",
        "cron 0/30 * * * * ? Mars/Base",
        "cron 61 * * * * ? UTC",
        "cron 0 0 0 1 1 ? 1999 UTC",
        "hourly"
      })
  void isRefusedInOneLine(String text) {
    assertThatThrownBy(() -> Schedule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank()
        .hasLineCount(1);
  }

  @Test
  void keepsItsRhythmOverARestart() {
    Schedule schedule = Schedule.parse("every 7m");
    Instant first = schedule.next(Instant.parse("2026-11-22T08:00:00Z"));
    assertThat(schedule.next(first.minusMillis(1))).isEqualTo(first);
  }
}
