package ballast.bench;

import ballast.backtest.History;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * One Java process of one contender: warms it up and prints the median of its rounds in steps per
 * second of this thread's CPU time.
 */
final class Round {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long WARM_UP_NANOS = 2_000_000_000L;
  private static final long ROUND_NANOS = 400_000_000L;
  private static final int ROUNDS = 7;

  private Round() {}

  public static void main(String[] arguments) {
    Contender contender = Contender.valueOf(arguments[0]);
    History history = MinuteYear.history();
    Walk walk = contender.on(history);
    stepsPerSecond(walk, history.steps(), WARM_UP_NANOS);
    double[] rounds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      rounds[i] = stepsPerSecond(walk, history.steps(), ROUND_NANOS);
    }
    Arrays.sort(rounds);
    System.out.println(Math.round(rounds[ROUNDS / 2]));
  }

  /** Walks until so much CPU time is used up. */
  private static double stepsPerSecond(Walk walk, int steps, long nanos) {
    long begun = THREADS.getCurrentThreadCpuTime();
    long walks = 0;
    long moves = 0;
    long used;
    do {
      moves = Math.addExact(moves, walk.walk());
      walks++;
      used = THREADS.getCurrentThreadCpuTime() - begun;
    } while (used < nanos);
    if (moves == 0) {
      throw new IllegalStateException("nothing ever moved: this measures no policy");
    }
    return 1e9 * steps * walks / used;
  }
}
