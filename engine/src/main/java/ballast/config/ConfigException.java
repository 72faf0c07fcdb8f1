package ballast.config;

/**
 * The configuration cannot be used. The message is one plain line for the operator: file and line,
 * key, what is wrong, what to write instead. It never carries a secret. The command line prints it
 * and exits with 3.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Made from one line; control characters are replaced, so that it stays one line. */
  public ConfigException(String message) {
    super(Plain.line(message));
  }
}
