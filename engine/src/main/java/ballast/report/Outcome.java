package ballast.report;

import ballast.margin.PortfolioMargin;
import ballast.strategy.Ratio;
import java.time.Duration;

/**
 * How the account with Ballast came out against the same account left alone, in plain words.
 *
 * @param grade who came out ahead
 * @param sentence for the top of a report
 */
record Outcome(Grade grade, String sentence) {
  /**
   * Who came out ahead; a policy that lowers uniMMR to earn more is worse only where the exchange
   * calls for margin. The style sheet knows the names in lower case.
   */
  enum Grade {
    BETTER,
    EVEN,
    WORSE
  }

  static Outcome of(Course with, Course without) {
    if (with.isLiquidated() && without.isLiquidated()) {
      return bothLiquidated(
          with.liquidatedAtMillis().getAsLong(), without.liquidatedAtMillis().getAsLong());
    }
    if (without.isLiquidated()) {
      return new Outcome(
          Grade.BETTER,
          "With Ballast the account survived; left alone it was liquidated on "
              + Shown.minute(without.liquidatedAtMillis().getAsLong())
              + ".");
    }
    if (with.isLiquidated()) {
      return new Outcome(
          Grade.WORSE,
          "Doing nothing was better: with Ballast the account was liquidated on "
              + Shown.minute(with.liquidatedAtMillis().getAsLong())
              + "; left alone it survived.");
    }
    return bothSurvived(with.lowest(), without.lowest());
  }

  private static Outcome bothLiquidated(long with, long without) {
    String apart = Shown.span(Duration.ofMillis(Math.abs(with - without)));
    if (with < without) {
      return new Outcome(
          Grade.WORSE,
          "Doing nothing was better: with Ballast the account was liquidated on "
              + Shown.minute(with)
              + ", "
              + apart
              + " before the account left alone.");
    }
    return new Outcome(
        Grade.EVEN,
        "The account was liquidated either way: left alone on "
            + Shown.minute(without)
            + ", with Ballast "
            + (with == without ? "at the same moment." : apart + " later."));
  }

  private static Outcome bothSurvived(Ratio with, Ratio without) {
    String lowest =
        "the lowest uniMMR was "
            + Shown.multiple(with)
            + " with Ballast and "
            + Shown.multiple(without)
            + " left alone.";
    int order = with.compareTo(without);
    if (order < 0) {
      return new Outcome(
          with.compareTo(PortfolioMargin.MARGIN_CALL) <= 0 ? Grade.WORSE : Grade.EVEN,
          "The account survived either way, and doing nothing kept it safer: " + lowest);
    }
    return new Outcome(
        order > 0 ? Grade.BETTER : Grade.EVEN, "The account survived either way; " + lowest);
  }
}
