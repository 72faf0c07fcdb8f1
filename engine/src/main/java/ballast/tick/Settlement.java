package ballast.tick;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * Judges from balances whether a transfer that carries no id was executed. Pure. The futures side
 * changes by transfers alone, so it must show the amount exactly; the Earn side also earns, so it
 * may be more by the interest it can have earned.
 *
 * @param window time from sending after which a transfer that is still not visible was not
 *     executed: recvWindow, clock bound, late execution and read lag together
 */
record Settlement(Duration window) {
  /** recvWindow 5 s, late execution 60 s, read lag 10 min. */
  static final Settlement STANDARD = new Settlement(Duration.ofSeconds(5 + 60 + 600));

  /** More than flexible Earn has paid in any year; only bounds how far evidence may be off. */
  private static final Ratio HIGHEST_APR = Ratio.parse("0.5");

  /** Interest arrives in lumps of at most this. */
  private static final long LUMP_MILLIS = Duration.ofDays(1).toMillis();

  private static final long YEAR_MILLIS = Duration.ofDays(365).toMillis();

  /**
   * A state that the evidence supports, and the evidence in words.
   *
   * @param state what the intent becomes
   * @param evidence both balances before and now
   */
  record Judgement(IntentState state, String evidence) {}

  /** The judgement on a CONFIRMED or UNKNOWN intent; empty while it is too early to tell. */
  Optional<Judgement> judge(Intent intent, Holdings now, long nowMillis) {
    boolean confirmed = intent.state() == IntentState.CONFIRMED;
    if (shows(intent, intent.amount(), now)) {
      return judged(confirmed ? IntentState.SETTLED : IntentState.APPLIED, intent, now);
    }
    long sent = intent.sentAtMillis().orElse(intent.decidedAtMillis());
    if (nowMillis - sent < window.toMillis()) {
      return Optional.empty();
    }
    boolean provenUntouched = !confirmed && shows(intent, Usdt.ZERO, now);
    return judged(provenUntouched ? IntentState.NOT_APPLIED : IntentState.HELD, intent, now);
  }

  /**
   * True when both balances are what they were before, but for this much moved and interest earned.
   */
  private static boolean shows(Intent intent, Usdt moved, Holdings now) {
    Usdt intoFutures = intent.direction() == Direction.EARN_TO_FUTURE ? moved : moved.negated();
    Holdings before = intent.before();
    if (!now.inFutures().equals(before.inFutures().plus(intoFutures))) {
      return false;
    }
    Usdt earned = now.inEarn().minus(before.inEarn().minus(intoFutures));
    return !earned.isNegative() && earned.compareTo(mostEarned(before, now)) <= 0;
  }

  private static Usdt mostEarned(Holdings before, Holdings now) {
    long elapsed = Math.max(0, now.readAtMillis() - before.readAtMillis()) + LUMP_MILLIS;
    Usdt aYear = before.inEarn().plus(before.inFutures()).times(HIGHEST_APR, RoundingMode.CEILING);
    return aYear.times(
        Ratio.of(new Usdt(elapsed), new Usdt(YEAR_MILLIS), RoundingMode.CEILING),
        RoundingMode.CEILING);
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
