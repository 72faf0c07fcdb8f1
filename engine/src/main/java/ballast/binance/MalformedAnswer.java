package ballast.binance;

/** An answer that is not what the exchange documents; the message says what and where. */
final class MalformedAnswer extends Exception {
  private static final long serialVersionUID = 1;

  MalformedAnswer(String message) {
    super(message);
  }
}
