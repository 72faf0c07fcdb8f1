package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.venue.Reading;
import ballast.venue.VenueFailure.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ClockOffsetTest {
  private static final long AHEAD = 250;

  private final HandClock clock = new HandClock();
  private final AtomicInteger asked = new AtomicInteger();
  private Duration oneWay = Duration.ofMillis(40);
  private final ClockOffset offset = new ClockOffset(clock, clock::nanoTime, this::answer);

  private Reading<Long> answer() {
    asked.incrementAndGet();
    clock.advance(oneWay);
    long server = clock.millis() + AHEAD;
    clock.advance(oneWay);
    return Reading.of(server);
  }

  @Test
  void takesHalfTheRoundTripAway() {
    long before = clock.millis();

    assertThat(offset.measure())
        .isEqualTo(Reading.of(new ServerTime(before + 40 + AHEAD, AHEAD, 80_000)));
    assertThat(offset.timestamp()).isEqualTo(Reading.of(clock.millis() + AHEAD));
  }

  @Test
  void measuresBeforeTheFirstStampAndAgainWhenHalfAnHourOld() {
    offset.timestamp();
    offset.timestamp();
    assertThat(asked).hasValue(1);

    clock.advance(Duration.ofMinutes(30).minusMillis(1));
    offset.timestamp();
    assertThat(asked).hasValue(1);
    clock.advance(Duration.ofMillis(1));
    offset.timestamp();
    assertThat(asked).hasValue(2);
  }

  @Test
  void refusesToStampAfterARoundTripOfMoreThanTwoSeconds() {
    oneWay = Duration.ofMillis(1_001);

    assertThat(offset.timestamp())
        .isInstanceOfSatisfying(
            Reading.Failed.class,
            failed -> assertThat(failed.failure().kind()).isEqualTo(Kind.UNREACHABLE));
  }

  @Test
  void measuresAgainWhenDistrusted() {
    offset.timestamp();
    offset.distrust();
    offset.timestamp();

    assertThat(asked).hasValue(2);
  }

  @Test
  void isNotMisledByAClockThatIsSetBackMeanwhile() {
    ClockOffset jumped =
        new ClockOffset(
            clock,
            clock::nanoTime,
            () -> {
              clock.setBack(Duration.ofHours(1));
              return answer();
            });

    assertThat(jumped.measure().match(ServerTime::offsetMillis, failure -> null)).isEqualTo(AHEAD);
  }
}
