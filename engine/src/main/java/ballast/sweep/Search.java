package ballast.sweep;

import ballast.sweep.Ranking.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Tries candidates and ranks them, whatever they are: those of a sweep are policies over an
 * account's past. The answer depends neither on the number of threads nor on which of them was
 * faster. Ties are broken by the candidates' own order.
 *
 * @param <C> what is tried
 * @param <R> what comes of a trial
 */
public final class Search<C extends Comparable<C>, R> {
  private final Comparator<? super R> better;
  private final int threads;
  private final Runnable afterEach;

  /**
   * @param better puts the better result first
   * @param threads how many try at a time, positive
   * @param afterEach is told of every trial that is done, from any thread
   */
  public Search(Comparator<? super R> better, int threads, Runnable afterEach) {
    if (threads <= 0) {
      throw new IllegalArgumentException("threads must be positive, got " + threads);
    }
    this.better = better;
    this.threads = threads;
    this.afterEach = afterEach;
  }

  /** How many trials {@link #rank} makes. */
  public static long trials(int candidates, int rounds) {
    long trials = 0;
    for (int round = 0, left = candidates; round < rounds; round++, left = half(left)) {
      trials += left;
    }
    return trials;
  }

  /**
   * Successive halving: all candidates in the first round, the better half of them in the next, and
   * so on; the last round, which may be the only one, is the whole. K. Jamieson, A. Talwalkar,
   * "Non-stochastic Best Arm Identification and Hyperparameter Optimization", AISTATS 2016.
   *
   * @param candidates at least one
   * @param rounds at least one
   * @throws RuntimeException what a trial threw, unchanged
   */
  public Ranking<C, R> rank(List<C> candidates, List<? extends Trial<C, R>> rounds) {
    if (candidates.isEmpty() || rounds.isEmpty()) {
      throw new IllegalArgumentException(
          "there must be a candidate to try and a round to try it in");
    }
    ExecutorService workers = workers();
    try {
      List<C> left = candidates;
      List<Integer> dropped = new ArrayList<>();
      for (Trial<C, R> round : rounds.subList(0, rounds.size() - 1)) {
        List<C> kept =
            ranked(left, round, workers).stream()
                .limit(half(left.size()))
                .map(Ranked::candidate)
                .toList();
        dropped.add(left.size() - kept.size());
        left = kept;
      }
      return new Ranking<>(ranked(left, rounds.get(rounds.size() - 1), workers), dropped);
    } finally {
      workers.shutdownNow();
    }
  }

  private static int half(int count) {
    return (count + 1) / 2;
  }

  private List<Ranked<C, R>> ranked(
      List<C> candidates, Trial<C, R> trial, ExecutorService workers) {
    AtomicReferenceArray<R> results = new AtomicReferenceArray<>(candidates.size());
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < candidates.size(); i = next.getAndIncrement()) {
            results.set(i, trial.of(candidates.get(i)));
            afterEach.run();
          }
        };
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(workers.submit(work));
    }
    running.forEach(Search::await);
    List<Ranked<C, R>> ranked = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      ranked.add(new Ranked<>(candidates.get(i), results.get(i)));
    }
    ranked.sort(
        Comparator.<Ranked<C, R>, R>comparing(Ranked::result, better)
            .thenComparing(Ranked::candidate));
    return ranked;
  }

  private ExecutorService workers() {
    return Executors.newFixedThreadPool(
        threads,
        job -> {
          Thread thread = new Thread(job, "search");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the search was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException("a trial failed: " + e.getCause(), e.getCause());
    }
  }
}
