package ballast.tick;

import ballast.journal.HeldElsewhereException;
import ballast.journal.JournalException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  private final String account;
  private final Runnable tick;
  private final Schedule schedule;
  private final Blackout blackout;
  private final InstantSource clock;
  private final LongSupplier speed;
  private final Consumer<JournalException> broken;
  private Instant due = Instant.EPOCH;

  Rhythm(
      String account,
      Runnable tick,
      Schedule schedule,
      Blackout blackout,
      InstantSource clock,
      LongSupplier speed,
      Consumer<JournalException> broken) {
    this.account = account;
    this.tick = tick;
    this.schedule = schedule;
    this.blackout = blackout;
    this.clock = clock;
    this.speed = speed;
    this.broken = broken;
  }

  String account() {
    return account;
  }

  /**
   * Runs a tick when one is due, the poke is in time and the time is not blacked out. Whatever a
   * tick throws is logged, and the next one is made all the same.
   *
   * @param lateMillis by how much the poke missed the time it was set for, in real time
   * @throws VirtualMachineError when Java itself failed, other than by a stack that ran over
   */
  void poke(long lateMillis) {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return; // the exchange's clock was slowed or paused; the remaining wait is set again
    }
    due = schedule.next(now);
    if (lateMillis > TOLERANCE.toMillis()) {
      log.warn("{}: a tick was due {} ms ago and is dropped", account, lateMillis);
    } else if (blackout.covers(now)) {
      log.debug("{}: blackout", account);
    } else {
      run();
    }
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
   * Real time until the next tick is due; what became due during a tick is passed over, not made up
   * for.
   */
  Duration untilNext() {
    Instant now = clock.instant();
    if (due.isBefore(now)) {
      due = schedule.next(now);
    }
    Duration wait = Duration.between(now, due).dividedBy(Math.max(1, speed.getAsLong()));
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }
}
