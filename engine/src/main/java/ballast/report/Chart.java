package ballast.report;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a page draws of a table's rows, above them.
 *
 * @param <R> what a row is made of
 * @param title what it shows
 * @param label a row's place on the horizontal axis; rows of the same label share it
 * @param group rows of one group make one line, such as an account's
 * @param measures what is drawn of each row
 */
public record Chart<R>(
    Form form,
    String title,
    Function<R, String> label,
    Function<R, String> group,
    List<Measure<R>> measures) {
  /** One, in units of 1e-8. */
  static final long ONE = 100_000_000L;

  /** How it is drawn. */
  public enum Form {
    /** Bars side by side. */
    BARS,
    /** Bars on one another. */
    STACKED,
    /** A line, which shows the lowest of what falls on one place. */
    LINE
  }

  /**
   * One figure of a row.
   *
   * @param name as the key of the chart says it
   * @param hue a colour of the style sheet
   * @param e8 the figure in units of 1e-8; empty where the row has none
   */
  public record Measure<R>(String name, String hue, Function<R, OptionalLong> e8) {}
}
