package ballast.tick;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Measures one tick by a monotonic clock: how old the reading of the account is, and how long the
 * engine itself has taken since.
 */
final class Stopwatch {
  private final LongSupplier nanoTime;
  private final long begun;
  private long read;
  private long waited;

  Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
    this.read = begun;
  }

  void accountRead() {
    read = nanoTime.getAsLong();
  }

  /** Runs a question to the exchange, which does not count as the engine's own time. */
  <T> T wait(Supplier<T> question) {
    long asked = nanoTime.getAsLong();
    T answer = question.get();
    waited += nanoTime.getAsLong() - asked;
    return answer;
  }

  /** Age of the account's reading, counted from before it was asked for. */
  long snapshotAgeMillis() {
    return (nanoTime.getAsLong() - begun) / 1_000_000;
  }

  /** Time since the account's answer, waits left out. */
  long ownNanos() {
    return nanoTime.getAsLong() - read - waited;
  }
}
