package ballast.journal;

/**
 * The transfers that the exchange has refused since the last that it did not refuse. What never
 * left this machine counts neither way.
 *
 * @param inARow how many, {@value #MOST} at most
 * @param lastMillis when the last was refused; 0 when there was none
 */
public record Refusals(int inARow, long lastMillis) {
  /** More than this many make no difference. */
  static final int MOST = 10;

  public static final Refusals NONE = new Refusals(0, 0);

  public Refusals {
    if (inARow < 0 || inARow > MOST) {
      throw new IllegalArgumentException("refusals in a row are 0 to " + MOST + ", got " + inARow);
    }
  }

  /** These and one more, or none after an answer that was no refusal. */
  Refusals after(IntentState state, long atMillis) {
    return switch (state) {
      case REJECTED -> new Refusals(Math.min(inARow + 1, MOST), atMillis);
      case CONFIRMED, UNKNOWN -> NONE;
      case INTENT, SENDING, NOT_SENT, ABANDONED, APPLIED, NOT_APPLIED, HELD, SETTLED -> this;
    };
  }
}
