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

  private Sent answer() {
    asked.incrementAndGet();
    long sent = clock.millis();
    clock.advance(oneWay);
    long server = clock.millis() + AHEAD;
    clock.advance(oneWay);
    return answer(server, new Trip(sent, clock.millis(), 2 * oneWay.toNanos()));
  }

  private static Sent answer(long server, Trip trip) {
    return new Sent.Answer(200, "{\"serverTime\":" + server + "}", trip);
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
    long after = clock.millis();
    Trip trip = new Trip(after + 3_600_000, after, 80_000_000);
    ClockOffset jumped =
        new ClockOffset(clock, clock::nanoTime, () -> answer(after - 40 + AHEAD, trip));

    assertThat(jumped.measure())
        .isEqualTo(Reading.of(new ServerTime(after - 40 + AHEAD, AHEAD, 80_000)));
  }
}
