package ballast.journal;

/**
 * The journal cannot be opened, read or written. The message is one plain line: what, where, what
 * to do.
 */
public class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean locked;

  public JournalException(String message) {
    super(message);
    this.locked = false;
  }

  public JournalException(String message, Throwable cause) {
    super(message, cause);
    this.locked = false;
  }

  private JournalException(boolean locked, String message) {
    super(message);
    this.locked = locked;
  }

  /** Another process holds the journal. */
  static JournalException inUse(String message) {
    return new JournalException(true, message);
  }

  /** True when another process holds the journal: its control endpoint can be asked instead. */
  public boolean locked() {
    return locked;
  }
}
