package ballast.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Many runs on all cores, each run on one thread. {@code -Dballast.seed=} repeats exactly one. */
final class Campaign {
  private final int days;
  private final double faultRate;
  private final Mutant mutant;
  private final boolean standby;
  private final Supplier<Disk> disks;

  Campaign(int days, double faultRate, Mutant mutant) {
    this(days, faultRate, mutant, mutant.hasStandby(), Disk::memory);
  }

  private Campaign(
      int days, double faultRate, Mutant mutant, boolean standby, Supplier<Disk> disks) {
    this.days = days;
    this.faultRate = faultRate;
    this.mutant = mutant;
    this.standby = standby;
    this.disks = disks;
  }

  /** The same with two engines on one journal. */
  Campaign withStandby() {
    return new Campaign(days, faultRate, mutant, true, disks);
  }

  /** The same on the tables of the journal that ships. */
  Campaign onH2() {
    return new Campaign(days, faultRate, mutant, standby, H2Disk::inMemory);
  }

  /** A seed whose run broke an invariant. */
  record Failure(long seed, String what) {}

  /** What a campaign came to. */
  record Result(Tally tally, List<Failure> failures) {
    void add(Result other) {
      tally.add(other.tally);
      failures.addAll(other.failures);
    }
  }

  /** Runs these seeds. */
  Result run(long firstSeed, long seeds) {
    return run(firstSeed, seeds, () -> false);
  }

  /** Runs these seeds until the first that fails. */
  Result runUntilCaught(long firstSeed, long seeds) {
    AtomicBoolean caught = new AtomicBoolean();
    return run(firstSeed, seeds, caught::get, caught);
  }

  /** Runs these seeds until told to stop. */
  Result run(long firstSeed, long seeds, BooleanSupplier stop) {
    return run(firstSeed, seeds, stop, new AtomicBoolean());
  }

  private Result run(long firstSeed, long seeds, BooleanSupplier stop, AtomicBoolean caught) {
    Long only = Long.getLong("ballast.seed");
    long first = only == null ? firstSeed : only;
    AtomicLong next = new AtomicLong(first);
    long end = only == null ? firstSeed + seeds : first + 1;
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Result>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(workers.submit(() -> work(next, end, stop, caught)));
      }
      Result all = nothing();
      for (Future<Result> part : parts) {
        all.add(part.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      workers.shutdownNow();
    }
  }

  private Result work(AtomicLong next, long end, BooleanSupplier stop, AtomicBoolean caught) {
    Result part = nothing();
    for (long seed = next.getAndIncrement();
        seed < end && !stop.getAsBoolean();
        seed = next.getAndIncrement()) {
      try {
        part.tally.add(one(seed));
      } catch (RuntimeException e) {
        caught.set(true);
        part.failures.add(new Failure(seed, e.toString()));
      }
    }
    return part;
  }

  /** One run. */
  Tally one(long seed) {
    if (standby) {
      return new Simulation(seed, days, faultRate, mutant).run();
    }
    try (Disk disk = disks.get()) {
      return new Simulation(seed, days, faultRate, mutant, disk).run();
    }
  }

  static Result nothing() {
    return new Result(new Tally(new Coverage()), new ArrayList<>());
  }
}
