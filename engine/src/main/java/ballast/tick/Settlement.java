package ballast.tick;

import ballast.decide.Fingerprint;
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
 * both have stood still for the window since; what never stands still is HELD after {@link
 * #PATIENCE} windows.
 *
 * <p>Where others have moved too, a transfer is known by its fingerprint once both balances stand
 * still: the futures side ends in its digits, and the Earn side agrees. That side rules it out when
 * it is as round as people's amounts are, unless Earn has moved as if by the transfer alone.
 *
 * @param window recvWindow, clock bound, late execution and read lag together
 * @param fingerprint how amounts are marked
 */
record Settlement(Duration window, Fingerprint fingerprint) {
  /** How many windows balances may keep moving before a person must look. */
  private static final int PATIENCE = 6;

  /** While no lag has been measured and amounts are not marked. */
  static final Settlement STANDARD = given(Duration.ZERO, Fingerprint.OFF);

  /**
   * @param longestLag the longest that a confirmed transfer took to be visible; three times as much
   *     is reckoned with
   * @param fingerprint how amounts are marked
   */
  static Settlement given(Duration longestLag, Fingerprint fingerprint) {
    return new Settlement(QuietWindow.given(longestLag), fingerprint);
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
   * @param asked when {@code now} was asked for, steady milliseconds
   */
  Optional<Judgement> judge(Intent intent, Watch watch, Holdings now, long asked) {
    boolean confirmed = intent.state() == IntentState.CONFIRMED;
    IntentState executed = confirmed ? IntentState.SETTLED : IntentState.APPLIED;
    if (shows(intent, intent.amount(), now)) {
      return judged(executed, intent, now);
    }
    long quiet = window.toMillis();
    if (watch.stillMillis(asked) >= quiet) {
      return judged(whereOthersMayHaveMoved(intent, now, executed), intent, now);
    }
    return watch.watchedMillis(asked) >= PATIENCE * quiet
        ? judged(IntentState.HELD, intent, now)
        : Optional.empty();
  }

  /**
   * True when a reading cannot be older than this settled transfer: it shows the transfer, or the
   * window has passed since the transfer was seen. Readings lag each for itself, so one that shows
   * it may be followed by one that does not.
   *
   * @param sinceMillis how long ago it was seen
   */
  boolean isBehind(Intent settled, Holdings reading, long sinceMillis) {
    return sinceMillis >= window.toMillis() || shows(settled, settled.amount(), reading);
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

  /**
   * What an intent becomes once both balances stand still. Where someone may have emptied Futures,
   * what left is no round amount but the digits of our own earlier transfers, and nothing can be
   * read from them.
   */
  private IntentState whereOthersMayHaveMoved(Intent intent, Holdings now, IntentState executed) {
    Change change = Change.since(intent, now);
    boolean legible = !fingerprint.isRound(now.inFutures());
    if (legible
        && fingerprint.knows(intent.amount(), change.inFutures())
        && change.inEarnAgrees(intent.amount())) {
      return executed;
    }
    boolean untouched =
        shows(intent, Usdt.ZERO, now)
            || (legible
                && fingerprint.rulesOut(intent.amount(), change.inFutures())
                && !change.inEarnAlone(intent.amount()));
    return untouched && intent.state() == IntentState.UNKNOWN
        ? IntentState.NOT_APPLIED
        : IntentState.HELD;
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
