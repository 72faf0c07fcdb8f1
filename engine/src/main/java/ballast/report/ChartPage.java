package ballast.report;

import java.util.List;
import java.util.Locale;

/**
 * A page with charts that needs nothing else, as the template of all such pages asks for it. The
 * template escapes every text.
 */
abstract class ChartPage {
  private static final int LISTED = 400;
  private static final String SCRIPT = Pages.resource("/ballast/report/charts.js");

  /** What kind of page it is. */
  abstract String brand();

  abstract String title();

  abstract String subtitle();

  /** Digits and punctuation alone, so it stands in the page unescaped. */
  abstract String data();

  final String style() {
    return Pages.style();
  }

  final String script() {
    return SCRIPT;
  }

  final String chartLibrary() {
    return ChartLibrary.TEXT;
  }

  final String policy() {
    return ContentPolicy.of(style(), chartLibrary(), script());
  }

  static String grade(Outcome outcome) {
    return outcome.grade().name().toLowerCase(Locale.ROOT);
  }

  static List<Transfer> listed(List<Transfer> transfers) {
    return transfers.subList(0, Math.min(LISTED, transfers.size()));
  }

  /**
   * How many of the transfers the page lists.
   *
   * @param elsewhere what lists them all
   */
  static String transfersLine(List<Transfer> transfers, String elsewhere) {
    int all = transfers.size();
    return all <= LISTED
        ? "All " + Shown.count(all) + ", in order."
        : "The first " + LISTED + " of " + Shown.count(all) + "; " + elsewhere + " lists them all.";
  }
}
