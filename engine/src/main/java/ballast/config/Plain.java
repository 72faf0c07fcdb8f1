package ballast.config;

/** Text of strangers made fit for a one-line message. */
final class Plain {
  private static final int SHOWN = 60;

  private Plain() {}

  /** The text without control characters and line separators. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** The text in quotes, shortened. Never used for a value that may be a secret. */
  static String quoted(String text) {
    String line = line(text);
    return '"' + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + '"';
  }
}
