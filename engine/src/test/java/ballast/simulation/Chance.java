package ballast.simulation;

import ballast.journal.JournalException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws every fault of one run from its seed. */
final class Chance {
  private static final double CRASHES = 0.05;

  private final SplittableRandom random;
  private final double rate;
  private final Coverage coverage;
  private Stage stage = Stage.NONE;
  private boolean calm;
  private @Nullable Runnable pause;
  private boolean pausing;

  Chance(SplittableRandom random, double rate, Coverage coverage) {
    this.random = random;
    this.rate = rate;
    this.coverage = coverage;
  }

  void at(Stage now) {
    stage = now;
  }

  Stage stage() {
    return stage;
  }

  /** What happens while the engine at work is suspended; never while another is. */
  void pauses(Runnable whilePaused) {
    pause = whilePaused;
  }

  /** From here on nothing goes wrong. */
  void calm() {
    calm = true;
  }

  /** True when the fault strikes now: in this share of cases, times the run's rate of faults. */
  boolean strikes(Fault fault, double share) {
    if (calm || random.nextDouble() >= rate * share) {
      return false;
    }
    happened(fault);
    return true;
  }

  /** Counts what happens anyway. */
  void happened(Fault fault) {
    coverage.struck(fault, stage);
  }

  /** Dies here, perhaps, or stands still past its lease where there is another engine. */
  void pass(CrashPoint point) {
    double share = point == CrashPoint.BEFORE_READING ? CRASHES / 10 : CRASHES;
    if (strikes(Fault.CRASH, share)) {
      coverage.crashed(point);
      throw new Crash();
    }
    if (pause != null && !pausing && strikes(Fault.PAST_THE_LEASE, share)) {
      coverage.paused(point);
      standStill(pause);
    }
  }

  private void standStill(Runnable meanwhile) {
    Stage mine = stage;
    pausing = true;
    meanwhile.run();
    pausing = false;
    stage = mine;
  }

  /** The journal refuses to write, perhaps. */
  void write() {
    if (strikes(Fault.JOURNAL_FAILURE, CRASHES / 10)) {
      throw new JournalException("the simulated disk is full");
    }
  }

  boolean even() {
    return random.nextBoolean();
  }

  /** Up to a bound, and quite often the bound itself. */
  long upTo(long bound) {
    return random.nextInt(4) == 0 ? bound : random.nextLong(bound + 1);
  }

  long between(long least, long most) {
    return random.nextLong(least, most + 1);
  }
}
