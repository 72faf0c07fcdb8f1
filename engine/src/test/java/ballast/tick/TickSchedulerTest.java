package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ballast.journal.JournalException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TickSchedulerTest {
  private static final Blackout NEVER = Blackout.parse(List.of());
  private static final Schedule EVERY_SECOND = Schedule.parse("every 1s");

  /**
   * The machine's clock, a thousand times as fast: a schedule of seconds fires every millisecond.
   */
  private final long started = System.nanoTime();

  private final InstantSource fastClock =
      () -> Instant.ofEpochSecond(1_800_000_000L).plusNanos((System.nanoTime() - started) * 1000);

  @Test
  void pokesEveryAccountByItsSchedule() {
    Semaphore first = new Semaphore(0);
    Semaphore second = new Semaphore(0);
    try (TickScheduler scheduler = new TickScheduler("pokes", fastClock, () -> 1000, 2)) {
      scheduler.add("first", first::release, EVERY_SECOND, NEVER);
      scheduler.add("second", second::release, Schedule.parse("cron * * * * * ? UTC"), NEVER);
      scheduler.start();
      await()
          .atMost(10, TimeUnit.SECONDS)
          .until(() -> first.availablePermits() > 20 && second.availablePermits() > 20);
    }
  }

  @Test
  void neverRunsTwoTicksOfOneAccountAtOnce() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger ticks = new AtomicInteger();
    AtomicBoolean overlapped = new AtomicBoolean();
    try (TickScheduler scheduler = new TickScheduler("overlap", fastClock, () -> 1000, 4)) {
      scheduler.add(
          "main",
          () -> {
            overlapped.compareAndSet(false, running.incrementAndGet() > 1);
            Thread.onSpinWait();
            running.decrementAndGet();
            ticks.incrementAndGet();
          },
          EVERY_SECOND,
          NEVER);
      scheduler.start();
      await().atMost(10, TimeUnit.SECONDS).until(() -> ticks.get() > 50);
    }
    assertThat(overlapped).isFalse();
  }

  @Test
  void finishesTheTickInHandWhenItCloses() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    TickScheduler scheduler = new TickScheduler("closes", fastClock, () -> 1000, 1);
    scheduler.add(
        "main",
        () -> {
          begun.countDown();
          awaitQuietly(mayEnd);
          ended.set(true);
        },
        EVERY_SECOND,
        NEVER);
    scheduler.start();
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    Thread closer = new Thread(scheduler::close);
    closer.start();
    mayEnd.countDown();
    closer.join(10_000);
    assertThat(closer.isAlive()).isFalse();
    assertThat(ended).isTrue();
  }

  @Test
  void leavesATickThatDoesNotEndWhenItCloses() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    TickScheduler scheduler =
        new TickScheduler("leaves", fastClock, () -> 1000, 1, Duration.ofMillis(1));
    scheduler.add(
        "main",
        () -> {
          begun.countDown();
          awaitQuietly(mayEnd);
          ended.countDown();
        },
        EVERY_SECOND,
        NEVER);
    scheduler.start();
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    scheduler.close();
    assertThat(ended.getCount()).isEqualTo(1);
    mayEnd.countDown();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void completesWhenTheJournalBreaks() {
    try (TickScheduler scheduler = new TickScheduler("breaks", fastClock, () -> 1000, 1)) {
      scheduler.add(
          "main",
          () -> {
            throw new JournalException("the disk is full");
          },
          EVERY_SECOND,
          NEVER);
      scheduler.start();
      assertThat(scheduler.broken().orTimeout(10, TimeUnit.SECONDS).join())
          .hasMessage("the disk is full");
    }
  }

  @Test
  void goesOnWhenTheClockIsSetBack() {
    AtomicInteger ticks = new AtomicInteger();
    AtomicReference<Duration> setBack = new AtomicReference<>(Duration.ZERO);
    InstantSource clock = () -> fastClock.instant().minus(setBack.get());
    try (TickScheduler scheduler = new TickScheduler("set-back", clock, () -> 1000, 1)) {
      scheduler.add(
          "main",
          () -> {
            if (ticks.incrementAndGet() == 3) {
              setBack.set(Duration.ofDays(10));
            }
          },
          EVERY_SECOND,
          NEVER);
      scheduler.start();
      await().atMost(10, TimeUnit.SECONDS).until(() -> ticks.get() > 20);
    }
  }

  @Test
  void goesOnAfterATickThatEndedInAnError() {
    AtomicInteger ticks = new AtomicInteger();
    try (TickScheduler scheduler = new TickScheduler("errors", fastClock, () -> 1000, 1)) {
      scheduler.add(
          "main",
          () -> {
            if (ticks.incrementAndGet() == 2) {
              throw new StackOverflowError();
            }
          },
          EVERY_SECOND,
          NEVER);
      scheduler.start();
      await().atMost(10, TimeUnit.SECONDS).until(() -> ticks.get() > 10);
      assertThat(scheduler.broken()).isNotDone();
    }
  }

  @Test
  void saysThatTheProcessShouldEndWhenJavaItselfFailsAndTicksOnUntilThen() {
    AtomicInteger ticks = new AtomicInteger();
    try (TickScheduler scheduler = new TickScheduler("dies", fastClock, () -> 1000, 1)) {
      scheduler.add(
          "main",
          () -> {
            if (ticks.incrementAndGet() == 2) {
              throw new InternalError("a fault");
            }
          },
          EVERY_SECOND,
          NEVER);
      scheduler.start();
      assertThat(scheduler.broken())
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .havingRootCause()
          .isInstanceOf(InternalError.class);
      await().atMost(10, TimeUnit.SECONDS).until(() -> ticks.get() > 10);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
