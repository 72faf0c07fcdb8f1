package ballast.binance;

/** What became of one request. */
sealed interface Sent {
  /** A complete answer, of whatever status. */
  record Answer(int status, String body, Trip trip) implements Sent {}

  /** No usable answer. */
  record Lost(Loss loss, String cause) implements Sent {}

  /** Held back by the weight budget: no connection was tried. */
  record Withheld(String cause) implements Sent {}

  /** How far a request came that got no usable answer. */
  enum Loss {
    /** Not one byte of it was written. */
    NOTHING_WRITTEN,
    /** It was written, wholly or in part, and no answer came in time. */
    NO_ANSWER,
    /** An answer came that was cut short or too long. */
    BROKEN_ANSWER
  }
}
