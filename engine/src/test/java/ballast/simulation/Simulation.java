package ballast.simulation;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One run: one seed, one thread, one account, and one engine or two. The exchange's market, the
 * faults and the engine's beat each have their own stream of chance, so that a change of one does
 * not shift the others.
 */
final class Simulation {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long MINUTE_MILLIS = 60_000;
  private static final long TICK_MILLIS = 5 * MINUTE_MILLIS;

  /** I11: seven quiet windows. */
  private static final long LIVELY_MILLIS = 7 * 12 * MINUTE_MILLIS;

  private final SimulatedClock clock = new SimulatedClock();
  private final Coverage coverage = new Coverage();
  private final Chance chance;
  private final SplittableRandom beat;
  private final SimulatedExchange exchange;
  private final List<EngineProcess> processes = new ArrayList<>();
  private final boolean standby;
  private int atWork;
  private final long untilMillis;

  /**
   * @param seed what everything follows from
   * @param days how long it runs
   * @param faultRate 0 to 1
   * @param mutant the engine's planted defect, or {@link Mutant#NONE}
   * @param disk where the journal is
   */
  Simulation(long seed, int days, double faultRate, Mutant mutant, Disk disk) {
    this(seed, days, faultRate, false);
    processes.add(engine(0, mutant.disk(disk), mutant, new Auditor(exchange)));
    if (mutant == Mutant.TWO_ENGINES) {
      processes.add(engine(1, Disk.memory(), mutant, new Auditor(exchange)));
    }
  }

  /** The same with two engines on one journal in memory, of which either may be suspended. */
  Simulation(long seed, int days, double faultRate, Mutant mutant) {
    this(seed, days, faultRate, true);
    Disk disk = mutant.shared(clock);
    Auditor auditor = new Auditor(exchange);
    processes.add(engine(0, disk, mutant, auditor));
    processes.add(engine(0, disk, mutant, auditor));
    chance.pauses(this::passWithoutTheOneAtWork);
  }

  private Simulation(long seed, int days, double faultRate, boolean standby) {
    SplittableRandom root = new SplittableRandom(seed);
    this.chance = new Chance(root.split(), faultRate, coverage);
    this.exchange = new SimulatedExchange(clock, root.split(), chance);
    this.beat = root.split();
    this.untilMillis = clock.trueMillis() + days * DAY_MILLIS;
    this.standby = standby;
  }

  /**
   * @param journal which journal it is on, where there are several
   */
  private EngineProcess engine(int journal, Disk disk, Mutant mutant, Auditor auditor) {
    return new EngineProcess(journal, disk, mutant, exchange, clock, chance, auditor);
  }

  /**
   * Runs to the end.
   *
   * @throws Violation at the first invariant that does not hold
   */
  Tally run() {
    while (clock.trueMillis() < untilMillis) {
      step(untilNext(), 0.02);
    }
    chance.calm();
    long calm = clock.trueMillis() + LIVELY_MILLIS;
    while (clock.trueMillis() < calm) {
      step(MINUTE_MILLIS, 0);
    }
    processes.forEach(Simulation::requireLively);
    resolveAll();
    Tally tally = new Tally(coverage);
    for (EngineProcess process : standby ? processes.subList(0, 1) : processes) {
      Closing closing = new Closing(process, exchange);
      closing.audit();
      tally.add(process, clock.trueMillis() - SimulatedClock.START, closing.fingerprint());
    }
    return tally;
  }

  private void step(long waitMillis, double disturbed) {
    exchange.pass(waitMillis);
    exchange.disturb(disturbed);
    if (chance.strikes(Fault.CLOCK_JUMP, 0.01)) {
      long bound = SimulatedClock.OFFSET_BOUND_MILLIS;
      clock.jump(chance.between(-bound, bound));
    }
    for (int i = 0; i < processes.size(); i++) {
      atWork = i;
      processes.get(i).poke();
    }
  }

  /**
   * From seconds past the lease to an hour and a half, in which the other engine goes on. Its
   * monotonic clock sees a process that was stopped, and not a machine that was suspended.
   */
  private void passWithoutTheOneAtWork() {
    EngineProcess paused = processes.get(atWork);
    EngineProcess other = processes.get(1 - atWork);
    long began = clock.trueMillis();
    long until = began + chance.upTo(90 * MINUTE_MILLIS);
    boolean suspended = chance.even();
    while (clock.trueMillis() < until) {
      exchange.pass(beat.nextLong(1_000, MINUTE_MILLIS));
      exchange.disturb(0.02);
      other.poke();
    }
    if (suspended) {
      paused.suspended(clock.trueMillis() - began);
    }
  }

  /** Five minutes, and often less while something is under way. */
  private long untilNext() {
    return processes.get(0).isBusy() && beat.nextInt(4) != 0
        ? beat.nextLong(1_000, MINUTE_MILLIS)
        : TICK_MILLIS;
  }

  private static void requireLively(EngineProcess process) {
    Optional<Intent> open = process.books().open();
    if (open.isPresent() && open.get().state() != IntentState.HELD) {
      // a move that was decided in the calm itself may be on its way
      long decided = open.get().decidedAtMillis();
      if (process.books().lastMoveMillis() - decided > LIVELY_MILLIS) {
        throw new Violation("I11", open.get() + " does not come to an end");
      }
    }
  }

  private void resolveAll() {
    long limit = clock.trueMillis() + DAY_MILLIS;
    while (processes.stream().anyMatch(process -> process.books().open().isPresent())) {
      step(MINUTE_MILLIS, 0);
      if (clock.trueMillis() > limit) {
        throw new Violation("I11", processes.get(0).books().open() + " does not come to an end");
      }
    }
  }
}
