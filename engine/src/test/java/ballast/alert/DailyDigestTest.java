package ballast.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Ratio;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the daily digest says, and when it comes. */
class DailyDigestTest {
  @ParameterizedTest
  @CsvSource({
    "08:00 UTC, 2026-11-26T07:59:59Z, 2026-11-26T08:00:00Z",
    "08:00 UTC, 2026-11-26T08:00:00Z, 2026-11-27T08:00:00Z",
    "00:30 Asia/Kathmandu, 2026-11-26T18:00:00Z, 2026-11-26T18:45:00Z",
    // the night in which the clocks go forward has no 02:30, the one in which they go back has two
    "02:30 Europe/Zurich, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
    "02:30 Europe/Zurich, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
    "02:30 Europe/Zurich, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z"
  })
  void comesAtItsTimeOfDay(String time, Instant after, Instant next) {
    assertThat(DailyTime.parse(time).next(after)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8:00 UTC", "24:00 UTC", "08:00", "08:00 Mars", "", "08:00  UTC"})
  void refusesWhatIsNoTimeOfDay(String text) {
    assertThatThrownBy(() -> DailyTime.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("as in 08:00 Europe/Zurich");
  }

  @Test
  void countsTicksAndKeepsTheLowestMargin() {
    DayTally day =
        DayTally.NONE
            .hold(Ratio.parse("2"))
            .move(Ratio.parse("1.4"))
            .refusal(Ratio.parse("1.6"))
            .skip()
            .hold(Ratio.parse("2"));

    assertThat(day).isEqualTo(new DayTally(2, 1, 1, 1, Optional.of(Ratio.parse("1.4"))));
  }

  @Test
  void saysHowEachAccountFaredAndWhatStillStands() {
    EngineView engine =
        Views.engine(Views.account("main", "2.005"), AccountView.elsewhere("theirs"));
    DayTally day = new DayTally(2879, 0, 1, 2, Optional.of(Ratio.parse("1.4")));
    Subject disk = new Subject(Rule.DISK_LOW, "");
    AlertBook book =
        new AlertBook(
            new TreeMap<>(
                Map.of(disk, new AlertBook.Entry("7 MiB are left", 1_800_000_000_000L, 0, 0, 3))));

    assertThat(
            DailyDigest.text(
                engine, Map.of("main", day), Map.of("main", "ab12"), book, 1_799_913_600_000L))
        .isEqualTo(
            """
            since 2027-01-14T08:00:00Z
            main: uniMMR 2.00x, lowest 1.40x; 2879 held, 1 moved, 0 refused, 2 skipped
              chain head ab12
            theirs: kept by another engine
            CRITICAL disk-low: 7 MiB are left (since 2027-01-15T08:00:00Z)""");
    assertThat(DailyDigest.text(engine, Map.of(), Map.of(), AlertBook.EMPTY, 0))
        .contains("main: uniMMR 2.00x; 0 held")
        .endsWith("nothing is wrong");
  }
}
