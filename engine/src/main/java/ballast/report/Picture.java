package ballast.report;

import java.util.List;

/**
 * What the template of the SVG picture asks for: texts, which it escapes, and coordinates.
 *
 * @param title of the run
 * @param sentence how it ended
 * @param from time at the left edge
 * @param to time at the right edge
 * @param ticks of the upright axis
 * @param levels the band and liquidation
 * @param with the line with Ballast
 * @param without the line left alone
 * @param toFutures where LDUSDT was moved into Futures
 * @param toEarn where it was moved back
 * @param deaths where accounts were liquidated
 */
record Picture(
    String title,
    String sentence,
    String from,
    String to,
    List<Level> ticks,
    List<Level> levels,
    String with,
    String without,
    List<Spot> toFutures,
    List<Spot> toEarn,
    List<Spot> deaths) {
  /** A line across, with its name. */
  record Level(String name, String y, String style) {}

  /** A point. */
  record Spot(String x, String y) {}
}
