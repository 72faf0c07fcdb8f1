package ballast.tick;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import java.time.Duration;
import java.util.Optional;

/**
 * Judges from balances whether a transfer that carries no id was executed. Pure. The futures side
 * changes by transfers alone, so it must show the amount exactly; the Earn side also earns, so it
 * may be more by the interest it can have earned.
 *
 * <p>What both balances show is believed at once. That nothing was executed is believed only after
 * both have stood still for the window and the window has passed since sending; what never stands
 * still is HELD after {@link #PATIENCE} windows.
 *
 * @param window recvWindow, clock bound, late execution and read lag together
 */
record Settlement(Duration window) {
  /** The longest recv-window of live mode 5 s, clock bound 1 s, late execution 60 s. */
  private static final Duration EXECUTION = Duration.ofSeconds(5 + 1 + 60);

  /** The read lag reckoned with until longer ones are measured. */
  private static final Duration LEAST_LAG = Duration.ofMinutes(10);

  /**
   * The most read lag reckoned with: what took longer to be seen took so because this process was
   * not looking, and an account must not be blocked for days after a night's rest.
   */
  private static final Duration MOST_LAG = Duration.ofHours(1);

  /** How many windows balances may keep moving before a person must look. */
  private static final int PATIENCE = 6;

  /** While no lag has been measured. */
  static final Settlement STANDARD = given(Duration.ZERO);

  /**
   * @param longestLag the longest that a confirmed transfer took to be visible; three times as much
   *     is reckoned with
   */
  static Settlement given(Duration longestLag) {
    Duration thrice = longestLag.multipliedBy(3);
    Duration lag = thrice.compareTo(LEAST_LAG) < 0 ? LEAST_LAG : thrice;
    return new Settlement(EXECUTION.plus(lag.compareTo(MOST_LAG) > 0 ? MOST_LAG : lag));
  }

  /**
   * A state that the evidence supports, and the evidence in words.
   *
   * @param state what the intent becomes
   * @param evidence both balances before and now
   */
  record Judgement(IntentState state, String evidence) {}

  /**
   * The judgement on a CONFIRMED or UNKNOWN intent; empty while it is too early to tell.
   *
   * @param watch what was seen of both balances up to and with {@code now}
   */
  Optional<Judgement> judge(Intent intent, Watch watch, Holdings now, long nowMillis) {
    boolean confirmed = intent.state() == IntentState.CONFIRMED;
    if (shows(intent, intent.amount(), now)) {
      return judged(confirmed ? IntentState.SETTLED : IntentState.APPLIED, intent, now);
    }
    long sent = intent.sentAtMillis().orElse(intent.decidedAtMillis());
    long quiet = window.toMillis();
    if (nowMillis - sent >= quiet && watch.stillMillis(now) >= quiet) {
      boolean untouched = !confirmed && shows(intent, Usdt.ZERO, now);
      return judged(untouched ? IntentState.NOT_APPLIED : IntentState.HELD, intent, now);
    }
    return nowMillis - Math.max(sent, watch.begunMillis()) >= PATIENCE * quiet
        ? judged(IntentState.HELD, intent, now)
        : Optional.empty();
  }

  /**
   * True when both balances are what they were before, but for this much moved and interest earned.
   */
  private static boolean shows(Intent intent, Usdt moved, Holdings now) {
    Usdt intoFutures = intent.direction() == Direction.EARN_TO_FUTURE ? moved : moved.negated();
    Holdings before = intent.before();
    return now.inFutures().equals(before.inFutures().plus(intoFutures))
        && Interest.explains(before, now, now.inEarn().minus(before.inEarn().minus(intoFutures)));
  }

  private static Optional<Judgement> judged(IntentState state, Intent intent, Holdings now) {
    Holdings before = intent.before();
    return Optional.of(
        new Judgement(
            state,
            "Futures "
                + before.inFutures()
                + " -> "
                + now.inFutures()
                + ", Earn "
                + before.inEarn()
                + " -> "
                + now.inEarn()));
  }
}
