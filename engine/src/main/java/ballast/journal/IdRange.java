package ballast.journal;

/**
 * The ids among which the rows of a span are.
 *
 * @param first 1 where there are none
 * @param last 0 where there are none
 */
record IdRange(long first, long last) {
  /**
   * Asks an index by time for the ids of a span.
   *
   * @param query gives first_id and last_id, both null when there are none, of rows at or after one
   *     time and before another
   */
  static IdRange of(Session session, String query, Span span) {
    return session
        .sql(query)
        .number(span.fromMillis())
        .number(span.toMillis())
        .first(IdRange::read)
        .orElse(new IdRange(1, 0));
  }

  static IdRange read(Row row) {
    return new IdRange(
        row.optionalNumber("first_id").orElse(1), row.optionalNumber("last_id").orElse(0));
  }

  /** What reaches over both. */
  IdRange with(IdRange other) {
    if (last < first) {
      return other;
    }
    return other.last < other.first
        ? this
        : new IdRange(Math.min(first, other.first), Math.max(last, other.last));
  }
}
