package ballast.journal;

/**
 * A UTC day of the exchange.
 *
 * @param fromMillis its first millisecond
 * @param toMillis the first of the next
 */
record Day(long fromMillis, long toMillis) {
  private static final long MILLIS = 86_400_000L;

  static Day of(long atMillis) {
    long from = Math.floorDiv(atMillis, MILLIS) * MILLIS;
    return new Day(from, from + MILLIS);
  }

  /** The first millisecond of the day this many days before. */
  long daysBefore(int days) {
    return fromMillis - days * MILLIS;
  }

  boolean covers(long atMillis) {
    return fromMillis <= atMillis && atMillis < toMillis;
  }
}
