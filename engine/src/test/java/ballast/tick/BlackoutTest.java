package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackoutTest {
  @ParameterizedTest
  @CsvSource({
    "daily 08:00-09:00 UTC, 2026-11-22T07:59:59.999Z, false",
    "daily 08:00-09:00 UTC, 2026-11-22T08:00:00Z, true",
    "daily 08:00-09:00 UTC, 2026-11-22T08:59:59.999Z, true",
    "daily 08:00-09:00 UTC, 2026-11-22T09:00:00Z, false",
    "daily 23:50-00:10 UTC, 2026-11-22T23:49:59Z, false",
    "daily 23:50-00:10 UTC, 2026-11-22T23:50:00Z, true",
    "daily 23:50-00:10 UTC, 2026-11-23T00:09:59Z, true",
    "daily 23:50-00:10 UTC, 2026-11-23T00:10:00Z, false",
    "daily 22:00-00:00 UTC, 2026-11-22T23:59:59Z, true",
    "daily 22:00-00:00 UTC, 2026-11-23T00:00:00Z, false",
    "daily 09:00-10:00 Europe/Zurich, 2026-11-22T08:30:00Z, true",
    "2026-12-24..2026-12-26 UTC, 2026-12-23T23:59:59Z, false",
    "2026-12-24..2026-12-26 UTC, 2026-12-24T00:00:00Z, true",
    "2026-12-24..2026-12-26 UTC, 2026-12-26T23:59:59Z, true",
    "2026-12-24..2026-12-26 UTC, 2026-12-27T00:00:00Z, false",
    "2026-12-24..2026-12-24 Asia/Tokyo, 2026-12-23T15:00:00Z, true",
  })
  void coversItsTimesToTheMillisecond(String text, Instant time, boolean covered) {
    assertThat(Blackout.parse(List.of(text)).covers(time)).isEqualTo(covered);
  }

  @Test
  void coversWhateverOneOfItsTextsCovers() {
    Blackout blackout =
        Blackout.parse(List.of("daily 08:00-09:00 UTC", "2026-12-24..2026-12-24 UTC"));
    assertThat(blackout.covers(Instant.parse("2026-11-22T08:30:00Z"))).isTrue();
    assertThat(blackout.covers(Instant.parse("2026-12-24T15:00:00Z"))).isTrue();
    assertThat(blackout.covers(Instant.parse("2026-11-22T15:00:00Z"))).isFalse();
  }

  @Test
  void coversNothingWithoutTexts() {
    assertThat(Blackout.parse(List.of()).covers(Instant.parse("2026-11-22T08:30:00Z"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "08:00-09:00",
        "daily 8-9 UTC",
        "daily 08:00-08:00 UTC",
        "daily 25:00-26:00 UTC",
        "daily 08:00-09:00 Mars",
        "2026-12-26..2026-12-24 UTC",
        "2026-02-30..2026-03-01 UTC",
        "2026-01-01..2028-01-01 UTC"
      })
  void isRefusedInOneLine(String text) {
    assertThatThrownBy(() -> Blackout.parse(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank()
        .hasLineCount(1);
  }
}
