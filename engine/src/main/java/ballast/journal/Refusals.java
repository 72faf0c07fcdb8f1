package ballast.journal;

import ballast.strategy.Direction;
import java.time.Duration;
import java.util.Map;

/**
 * The transfers in one direction that the exchange has refused since the last in it that it did not
 * refuse. What never left this machine counts neither way.
 *
 * @param inARow how many, {@value #MOST} at most
 * @param lastMillis when the last was refused; 0 when there was none
 */
public record Refusals(int inARow, long lastMillis) {
  /** More than this many make no difference. */
  static final int MOST = 10;

  /**
   * After this long a refusal says nothing of the next transfer. It is several times the longest
   * wait between two tries, and leaves room for a schedule that ticks once an hour, so that what is
   * refused again and again stays one row.
   */
  public static final Duration FORGOTTEN_AFTER = Duration.ofHours(2);

  public static final Refusals NONE = new Refusals(0, 0);

  /** Of an account of which nothing was refused. */
  static final Map<Direction, Refusals> NONE_EITHER_WAY =
      Map.of(Direction.EARN_TO_FUTURE, NONE, Direction.FUTURE_TO_EARN, NONE);

  public Refusals {
    if (inARow < 0 || inARow > MOST) {
      throw new IllegalArgumentException("refusals in a row are 0 to " + MOST + ", got " + inARow);
    }
  }

  /** Whether what was refused then counts no longer at a later time. */
  static boolean isForgotten(long refusedMillis, long atMillis) {
    return atMillis - refusedMillis > FORGOTTEN_AFTER.toMillis();
  }

  /** These when a transfer in either direction has come to something, or none after so long. */
  Refusals at(long atMillis) {
    return isForgotten(lastMillis, atMillis) ? NONE : this;
  }

  /** These and one more in this direction, or none after an answer that was no refusal. */
  Refusals after(IntentState state, long atMillis) {
    return switch (state) {
      case REJECTED -> new Refusals(Math.min(inARow + 1, MOST), atMillis);
      case CONFIRMED, UNKNOWN -> NONE;
      case INTENT, SENDING, NOT_SENT, ABANDONED, APPLIED, NOT_APPLIED, HELD, SETTLED -> this;
    };
  }
}
