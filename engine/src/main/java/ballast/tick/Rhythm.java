package ballast.tick;

import ballast.journal.HeldElsewhereException;
import ballast.journal.JournalException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account's beat: what to do when poked, and how long to wait for the next poke. Used by one
 * thread at a time.
 */
final class Rhythm {
  /**
   * A poke that comes later than this, after a suspend or a long pause, is dropped: the next one
   * decides afresh.
   */
  static final Duration TOLERANCE = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(Rhythm.class);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

  /**
   * So that a clock that was set, or a machine that slept, is noticed long before the next tick.
   */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final String account;
  private final Runnable tick;
  private final Schedule schedule;
  private final Blackout blackout;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final LongSupplier speed;
  private final Consumer<JournalException> broken;
  private Instant due = Instant.EPOCH;
  private long pokeAtNanos;

  Rhythm(
      String account,
      Runnable tick,
      Schedule schedule,
      Blackout blackout,
      InstantSource clock,
      LongSupplier nanoTime,
      LongSupplier speed,
      Consumer<JournalException> broken) {
    this.account = account;
    this.tick = tick;
    this.schedule = schedule;
    this.blackout = blackout;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.speed = speed;
    this.broken = broken;
  }

  /**
   * Runs a tick when one is due, the poke is in time and the time is not blacked out. Whatever a
   * tick throws is logged, and the next one is made all the same.
   *
   * @throws VirtualMachineError when Java itself failed, other than by a stack that ran over
   */
  void poke() {
    Instant now = clock.instant();
    followClockSetBack(now);
    if (now.isBefore(due)) {
      return; // the wait was long, or the exchange's clock was slowed; what remains is set again
    }
    long lateMillis = lateMillis();
    due = schedule.next(now);
    if (lateMillis > TOLERANCE.toMillis()) {
      log.warn("{}: a tick was due {} ms ago and is dropped", account, lateMillis);
    } else if (blackout.covers(now)) {
      log.debug("{}: blackout", account);
    } else {
      run();
    }
  }

  /** By how much the poke missed the time it was set for, in real time; the first is never late. */
  private long lateMillis() {
    return due.equals(Instant.EPOCH)
        ? 0
        : TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - pokeAtNanos);
  }

  private void run() {
    try {
      tick.run();
    } catch (HeldElsewhereException e) {
      log.warn("{}", e.getMessage());
    } catch (JournalException e) {
      if (e.passes()) {
        log.error("{}: {}; the next tick asks again", account, e.getMessage());
      } else {
        broken.accept(e);
      }
    } catch (StackOverflowError e) { // over as soon as it is thrown, unlike its siblings
      failed(e);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      failed(e);
    }
  }

  private void failed(Throwable fault) {
    log.error("{}: the tick failed", account, fault);
  }

  /**
   * Real time until the next poke: until the next tick is due, but a minute at most. What became
   * due during a tick is passed over, not made up for.
   */
  Duration untilNext() {
    Instant now = clock.instant();
    followClockSetBack(now);
    if (due.isBefore(now)) {
      due = schedule.next(now);
    }
    Duration wait = bounded(Duration.between(now, due).dividedBy(pace()));
    pokeAtNanos = nanoTime.getAsLong() + wait.toNanos();
    return wait;
  }

  /**
   * A clock that was set back by more than a tolerance has ticks before it that were made already;
   * they are made again, for the account has moved on since.
   */
  private void followClockSetBack(Instant now) {
    if (due.isAfter(schedule.next(now.plus(TOLERANCE.multipliedBy(pace()))))) {
      due = schedule.next(now);
      log.warn("{}: the clock was set back; the next tick is due at {}", account, due);
    }
  }

  private long pace() {
    return Math.max(1, speed.getAsLong());
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(SHORTEST_WAIT) < 0
        ? SHORTEST_WAIT
        : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
