package ballast.dashboard;

import java.util.concurrent.TimeUnit;

/**
 * Wakes whoever waits for something new. What arrives is counted and not kept, so that telling
 * never waits for those who look. Safe for several threads.
 */
public final class News {
  private long arrived;
  private boolean over;

  /** Says that something has changed. */
  public synchronized void arrived() {
    arrived++;
    notifyAll();
  }

  /** How often something has changed so far. */
  public synchronized long count() {
    return arrived;
  }

  /**
   * Waits until more than so much has arrived, or for so long, or until it is over.
   *
   * @param millis at most so long
   */
  public synchronized void awaitMoreThan(long count, long millis) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (arrived <= count && !over && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
    }
  }

  /** Lets everybody go who waits now or would later. */
  public synchronized void end() {
    over = true;
    notifyAll();
  }

  public synchronized boolean isOver() {
    return over;
  }
}
