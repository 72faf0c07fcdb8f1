package ballast.market;

/**
 * A market file that cannot be used. The message is one plain line: file, line, what, what to do.
 */
public final class MarketFileException extends RuntimeException {
  public MarketFileException(String message) {
    super(message);
  }

  MarketFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
