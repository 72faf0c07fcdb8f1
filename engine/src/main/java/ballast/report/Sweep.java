package ballast.report;

import java.util.List;
import java.util.Optional;

/**
 * A search for a policy, as its page tells it.
 *
 * @param title what was searched
 * @param subtitle on which past, by which objective
 * @param sentence how it ended, in plain words
 * @param grade whether that is good
 * @param figures the summary, in order
 * @param heatMap the two axes that were varied first, when there are two
 * @param spots every policy that was tried on the whole, best first
 * @param tables the ranking, and the walk forward when there is one
 * @param notes what it rests on
 */
public record Sweep(
    String title,
    String subtitle,
    String sentence,
    Grade grade,
    List<Figure> figures,
    Optional<HeatMap> heatMap,
    List<Spot> spots,
    List<Table<?>> tables,
    List<String> notes) {
  public Sweep {
    figures = List.copyOf(figures);
    spots = List.copyOf(spots);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /** How the page is coloured. */
  public enum Grade {
    BETTER,
    EVEN,
    WORSE
  }

  /**
   * A policy in the plane of what it holds and how low it sinks.
   *
   * @param held mean LDUSDT in Futures, whole
   * @param lowest uniMMR × 10,000, rounded down
   * @param breached reached the floor
   * @param front no other betters it in both
   */
  public record Spot(long held, long lowest, boolean breached, boolean front) {}
}
