package ballast.journal;

/**
 * The journal cannot be opened, read or written. The message is one plain line: what, where, what
 * to do.
 */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalException(String message) {
    super(message);
  }

  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
