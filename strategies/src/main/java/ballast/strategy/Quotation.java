package ballast.strategy;

import java.util.regex.Pattern;

/** Text that somebody else wrote, fit to stand inside a message of one short line. */
final class Quotation {
  private static final int LONGEST = 40;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

  private Quotation() {}

  static String of(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return '"' + UNPRINTABLE.matcher(shown).replaceAll("?") + '"';
  }
}
