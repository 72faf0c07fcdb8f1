package ballast.decide;

import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the account stands by our own books and the exchange's judgement, as far as the guard must
 * know it.
 *
 * @param status the exchange's status of the account
 * @param snapshotAgeMillis time since the account was read, by a monotonic clock
 * @param movedToday LDUSDT that may have been moved on this UTC day, both directions together
 * @param paused the directions an operator has paused
 * @param openIntent the intent that is not settled, or {@link #NO_INTENT}
 * @param intentsBefore how many intents the account has had, by which amounts are told apart, or
 *     {@link #NOT_COUNTED}
 */
public record Standing(
    AccountStatus status,
    long snapshotAgeMillis,
    Usdt movedToday,
    Set<Direction> paused,
    long openIntent,
    long intentsBefore) {
  public static final long NO_INTENT = 0;

  /** Of decisions before intents were counted, and where amounts need not be told apart. */
  public static final long NOT_COUNTED = -1;

  public Standing {
    EnumSet<Direction> ordered = EnumSet.noneOf(Direction.class);
    ordered.addAll(paused);
    paused = Collections.unmodifiableSet(ordered);
  }

  /** A standing in which intents are not counted. */
  public Standing(
      AccountStatus status,
      long snapshotAgeMillis,
      Usdt movedToday,
      Set<Direction> paused,
      long openIntent) {
    this(status, snapshotAgeMillis, movedToday, paused, openIntent, NOT_COUNTED);
  }

  boolean countsIntents() {
    return intentsBefore != NOT_COUNTED;
  }

  public boolean hasOpenIntent() {
    return openIntent != NO_INTENT;
  }
}
