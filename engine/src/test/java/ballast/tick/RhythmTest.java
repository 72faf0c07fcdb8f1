package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.journal.JournalException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RhythmTest {
  private Instant now = Instant.parse("2026-11-22T08:00:05Z");
  private long nanos = -1;
  private long speed = 1;
  private int ticks;
  private Runnable tick = () -> ticks++;
  private final List<JournalException> broken = new ArrayList<>();

  private Rhythm rhythm(String schedule, String... blackouts) {
    InstantSource clock = () -> now;
    return new Rhythm(
        "main",
        () -> tick.run(),
        Schedule.parse(schedule),
        Blackout.parse(List.of(blackouts)),
        clock,
        () -> nanos,
        () -> speed,
        broken::add);
  }

  @Test
  void ticksAtOnceAndThenWhenDue() {
    Rhythm rhythm = rhythm("every 30s");
    rhythm.poke();
    assertThat(ticks).isOne();
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofSeconds(25));
    now = now.plusSeconds(25);
    rhythm.poke();
    assertThat(ticks).isEqualTo(2);
  }

  /** On both clocks. */
  private void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  @Test
  void dropsAPokeThatComesTooLate() {
    Rhythm rhythm = rhythm("every 30s");
    rhythm.poke();
    pass(rhythm.untilNext().plus(Rhythm.TOLERANCE));
    rhythm.poke();
    assertThat(ticks).isEqualTo(2);
    pass(rhythm.untilNext().plus(Rhythm.TOLERANCE).plusMillis(1));
    rhythm.poke();
    assertThat(ticks).isEqualTo(2);
    pass(rhythm.untilNext());
    rhythm.poke();
    assertThat(ticks).isEqualTo(3);
  }

  @Test
  void theFirstPokeIsNeverLate() {
    Rhythm rhythm = rhythm("every 30s");
    pass(Duration.ofMinutes(1));
    rhythm.poke();
    assertThat(ticks).isOne();
  }

  @Test
  void waitsAMinuteAtATimeForATickThatIsFarAway() {
    Rhythm rhythm = rhythm("every 1h");
    rhythm.poke();
    pass(Duration.ofSeconds(57 * 60 + 55));
    assertThat(rhythm.untilNext()).isEqualTo(Rhythm.LONGEST_WAIT);
    pass(Rhythm.LONGEST_WAIT);
    rhythm.poke();
    assertThat(ticks).isOne();
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(1));
    rhythm.poke();
    assertThat(ticks).isEqualTo(2);
  }

  @Test
  void ticksByTheNewTimeWhenTheClockWasSetBackDuringAWait() {
    Rhythm rhythm = rhythm("every 30s");
    rhythm.poke();
    pass(rhythm.untilNext());
    now = now.minus(Duration.ofHours(1));
    now = now.plusSeconds(5);
    rhythm.poke();
    assertThat(ticks).isOne();
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofSeconds(25));
    pass(Duration.ofSeconds(25));
    rhythm.poke();
    assertThat(ticks).isEqualTo(2);
  }

  @Test
  void ticksByTheNewTimeWhenTheClockWasSetBackDuringATick() {
    Rhythm rhythm = rhythm("every 30s");
    tick = () -> now = now.minus(Duration.ofHours(1));
    rhythm.poke();
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void makesNoTickTwiceForAClockThatIsCorrectedByLessThanASecond() {
    Rhythm rhythm = rhythm("every 30s");
    rhythm.poke();
    pass(rhythm.untilNext());
    rhythm.poke();
    assertThat(ticks).isEqualTo(2);
    now = now.minusMillis(900);
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofMillis(30_900));
    rhythm.poke();
    assertThat(ticks).isEqualTo(2);
  }

  @Test
  void ticksWithinAMinuteAfterTheMachineSleptOverATick() {
    Rhythm rhythm = rhythm("every 1h");
    rhythm.poke();
    Duration wait = rhythm.untilNext();
    assertThat(wait).isEqualTo(Duration.ofMinutes(1));
    now = now.plus(Duration.ofHours(3)); // a monotonic clock stands meanwhile
    pass(wait);
    rhythm.poke();
    assertThat(ticks).isEqualTo(2);
  }

  @Test
  void makesUpForNothingThatBecameDueDuringATick() {
    Rhythm rhythm = rhythm("every 30s");
    tick =
        () -> {
          ticks++;
          now = now.plusSeconds(100);
        };
    rhythm.poke();
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofSeconds(15));
    assertThat(ticks).isOne();
  }

  @Test
  void waitsOnWhenTheExchangesClockWasPaused() {
    Rhythm rhythm = rhythm("every 30s");
    rhythm.poke();
    rhythm.poke();
    assertThat(ticks).isOne();
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void waitsLessOnAFasterClock() {
    speed = 100;
    Rhythm rhythm = rhythm("every 30s");
    rhythm.poke();
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void leavesTheAccountAloneInABlackout() {
    Rhythm rhythm = rhythm("every 30s", "daily 08:00-09:00 UTC");
    rhythm.poke();
    assertThat(ticks).isZero();
    now = Instant.parse("2026-11-22T09:00:00Z");
    rhythm.poke();
    assertThat(ticks).isOne();
  }

  @Test
  void saysWhenTheJournalBroke() {
    Rhythm rhythm = rhythm("every 30s");
    tick =
        () -> {
          throw new JournalException("the disk is full");
        };
    rhythm.poke();
    assertThat(broken).hasSize(1);
  }

  @Test
  void goesOnAfterATickThatFailed() {
    Rhythm rhythm = rhythm("every 30s");
    tick =
        () -> {
          throw new IllegalStateException("a fault");
        };
    rhythm.poke();
    assertThat(broken).isEmpty();
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofSeconds(25));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void goesOnAfterATickThatEndedInAnError(Error error) {
    Rhythm rhythm = rhythm("every 30s");
    tick =
        () -> {
          throw error;
        };
    rhythm.poke();
    assertThat(broken).isEmpty();
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofSeconds(25));
  }

  static Stream<Error> errors() {
    return Stream.of(
        new StackOverflowError(), new AssertionError("a fault"), new NoClassDefFoundError("a/B"));
  }

  @Test
  void passesOnThatJavaItselfFailed() {
    Rhythm rhythm = rhythm("every 30s");
    tick =
        () -> {
          throw new InternalError("a fault");
        };
    assertThatThrownBy(() -> rhythm.poke()).isInstanceOf(InternalError.class);
    assertThat(rhythm.untilNext()).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void ticksOnAfterADatabaseThatDidNotAnswer() {
    Rhythm rhythm = rhythm("every 30s");
    tick =
        () -> {
          ticks++;
          throw JournalException.passing("the journal failed", new IOException("refused"));
        };
    rhythm.poke();
    now = now.plusSeconds(25);
    rhythm.poke();
    assertThat(ticks).isEqualTo(2);
    assertThat(broken).isEmpty();
  }
}
