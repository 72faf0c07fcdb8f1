package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A time of day is meant in the zone that stands behind it, however that zone is written. */
class ZonesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Z",
        "UTC+02:00",
        "UTC+2",
        "UT-3",
        "GMT+2",
        "+02:00",
        "-00:30",
        "+05:45",
        "Europe/Zurich",
        "Asia/Kathmandu",
        "America/Santiago",
        "Australia/Lord_Howe"
      })
  void firesAndRestsAtTheLocalTimeOfItsZone(String zone) {
    Instant noon = Schedule.parse("cron 0 0 12 * * ? " + zone).next(NOW);
    assertThat(LocalTime.ofInstant(noon, ZoneId.of(zone))).isEqualTo(LocalTime.NOON);

    Blackout daily = Blackout.parse(List.of("daily 12:00-12:30 " + zone));
    assertThat(daily.covers(noon)).isTrue();
    assertThat(daily.covers(noon.minusMillis(1))).isFalse();
    assertThat(daily.covers(noon.plusSeconds(30 * 60))).isFalse();

    Instant midnight =
        NOW.atZone(ZoneId.of(zone)).toLocalDate().atStartOfDay(ZoneId.of(zone)).toInstant();
    Blackout day = Blackout.parse(List.of("2026-11-22..2026-11-22 " + zone));
    assertThat(day.covers(midnight)).isTrue();
    assertThat(day.covers(midnight.minusMillis(1))).isFalse();
  }

  @Test
  void refusesACronExpressionThatNamesNothing() {
    for (String seconds : List.of(",", ",,", "-", "/", "#", "L-")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Schedule.parse("cron " + seconds + " 0 8,16 ? * MON-FRI UTC"))
          .as(seconds)
          .withMessageContaining("cron expression");
    }
  }
}
