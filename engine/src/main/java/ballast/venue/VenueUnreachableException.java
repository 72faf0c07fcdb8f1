package ballast.venue;

/**
 * An exchange that is needed to begin at all does not answer. The message is one plain line: what,
 * where, what to do.
 */
public final class VenueUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VenueUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
