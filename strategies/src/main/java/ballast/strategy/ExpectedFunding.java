package ballast.strategy;

/**
 * What is expected to be paid as funding: as the exchange foretells it, or a share of maintenance
 * margin at 00:00, 08:00 and 16:00 UTC.
 *
 * @param isRead the exchange is asked
 * @param share holds always, or where the exchange was asked and could not be read
 */
record ExpectedFunding(boolean isRead, Ratio share) {
  private static final String READ = "expected";
  private static final String ELSE = " else ";

  ExpectedFunding {
    if (share.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException("must not be more than 100%");
    }
  }

  /** Reads {@code 2%}, {@code expected} or {@code expected else 2%}. */
  static ExpectedFunding parse(String text) {
    if (text.equals(READ)) {
      return new ExpectedFunding(true, Ratio.ZERO);
    }
    boolean isRead = text.startsWith(READ + ELSE);
    String share = isRead ? text.substring((READ + ELSE).length()) : text;
    if (!share.endsWith("%")) {
      throw new IllegalArgumentException(
          "it reads as in 2%, expected, or expected else 2%, got " + Quotation.of(text));
    }
    return new ExpectedFunding(isRead, Parameter.Kind.percent(share));
  }

  /** True where no funding is ever expected. */
  boolean isNone() {
    return !isRead && !share.isPositive();
  }
}
