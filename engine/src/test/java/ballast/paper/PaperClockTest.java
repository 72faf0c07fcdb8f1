package ballast.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The exchange's clock, on a nanosecond counter turned by hand. */
class PaperClockTest {
  private static final long START = 1_700_000_000_123L;

  private final AtomicLong nanos = new AtomicLong(77);

  @Test
  void runsAsFastAsItsSpeedSays() {
    PaperClock clock = clock(60);
    nanos.addAndGet(Duration.ofMillis(1_500).toNanos());

    assertThat(clock.millis()).isEqualTo(START + 90_000);
    assertThat(clock.instant()).isEqualTo(Instant.ofEpochMilli(START + 90_000));
  }

  @Test
  void keepsTheFractionsOfAMillisecondAtAnySpeed() {
    PaperClock clock = clock(1_000);
    nanos.addAndGet(500_000);
    assertThat(clock.millis()).isEqualTo(START + 500);
  }

  @Test
  void standsWhilePausedAndMovesByHand() {
    PaperClock clock = clock(0);
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(clock.millis()).isEqualTo(START);

    clock.advance(Duration.ofMinutes(10));
    clock.advance(Duration.ZERO);
    assertThat(clock.millis()).isEqualTo(START + 600_000);
  }

  @Test
  void changesSpeedWithoutAJump() {
    PaperClock clock = clock(10);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    clock.run(2);
    assertThat(clock.millis()).isEqualTo(START + 10_000);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(clock.millis()).isEqualTo(START + 12_000);
    assertThat(clock.speed()).isEqualTo(2);
    assertThat(clock.startMillis()).isEqualTo(START);
  }

  @Test
  void refusesToGoBackOrToRunBackwards() {
    PaperClock clock = clock(1);
    assertThatThrownBy(() -> clock.advance(Duration.ofMillis(-1)))
        .hasMessageContaining("cannot go back");
    assertThatThrownBy(() -> clock.run(-1)).hasMessageContaining("speed must be");
  }

  private PaperClock clock(long speed) {
    return new PaperClock(() -> Instant.ofEpochMilli(START), nanos::get, speed);
  }
}
