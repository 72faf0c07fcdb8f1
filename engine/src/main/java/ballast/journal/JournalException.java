package ballast.journal;

import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be opened, read or written. The message is one plain line: what, where, what
 * to do.
 */
public class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private enum Kind {
    LASTING,
    LOCKED,
    PASSING
  }

  private final Kind kind;

  public JournalException(String message) {
    super(message);
    this.kind = Kind.LASTING;
  }

  public JournalException(String message, Throwable cause) {
    this(Kind.LASTING, message, cause);
  }

  private JournalException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Another process holds the journal. */
  static JournalException inUse(String message) {
    return new JournalException(Kind.LOCKED, message, null);
  }

  /** A database server that did not answer, or refused, and may do better the next time. */
  public static JournalException passing(String message, Throwable cause) {
    return new JournalException(Kind.PASSING, message, cause);
  }

  /** True when another process holds the journal: its control endpoint can be asked instead. */
  public boolean locked() {
    return kind == Kind.LOCKED;
  }

  /** True when the next call may succeed: it connects anew and reads where the chains stand. */
  public boolean passes() {
    return kind == Kind.PASSING;
  }
}
