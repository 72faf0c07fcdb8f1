package ballast.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * Which engine keeps an account, and until when. One engine at a time: whoever takes the account
 * raises the epoch, and what an engine writes of an older epoch is refused.
 *
 * @param account which account
 * @param owner the engine's process and host, for people
 * @param epoch how often the account was taken, this time included
 * @param untilMillis when it runs out by the database's clock, unless it is renewed
 * @param here true when this very journal took it
 * @param over true when another engine may take the account now
 */
public record Lease(
    String account, String owner, long epoch, long untilMillis, boolean here, boolean over) {
  /**
   * How long an engine that writes nothing keeps its account. Every tick renews it with what it
   * writes anyway. It is longer than the five calls of 10 s that a tick can wait for, the 3 s
   * within which a transfer must leave, and a pause of several seconds.
   */
  public static final Duration LENGTH = Duration.ofSeconds(60);

  /** One line for people. */
  public String describe() {
    return account + " is kept by " + owner + " until " + Instant.ofEpochMilli(untilMillis);
  }
}
