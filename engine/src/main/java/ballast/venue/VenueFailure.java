package ballast.venue;

/**
 * Why the exchange could not be read.
 *
 * @param kind countable
 * @param detail one line for people: what was asked, what came; no secrets, no URL with a query
 */
public record VenueFailure(Kind kind, String detail) {
  /** The kinds of failure, each asking for another reaction. */
  public enum Kind {
    /** No connection, a time-out, a 5xx: ask again at the next tick. */
    UNREACHABLE,
    /** A limit is used up, or a ban runs: do not call before it ends. */
    THROTTLED,
    /** The answer was not what the exchange documents, or contradicts itself. */
    MALFORMED,
    /** The exchange refused this one request. */
    REFUSED,
    /** Key, permission or signature: no later call will do better. */
    FORBIDDEN
  }
}
