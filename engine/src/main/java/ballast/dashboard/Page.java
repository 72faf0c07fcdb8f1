package ballast.dashboard;

import java.util.List;
import java.util.Optional;

/**
 * Everything the page shows, as it is sent. Texts are what they are: whoever shows them escapes
 * them.
 *
 * @param at the exchange's time
 * @param verdict one line
 * @param good whether no concern is a problem
 */
record Page(
    String at,
    String version,
    String mode,
    String exchange,
    boolean good,
    String verdict,
    List<Concern> concerns,
    List<Account> accounts,
    List<Weight> weights) {

  /**
   * One account.
   *
   * @param asOf when it was last decided for; empty before the first time
   * @param uniMmr with its unit; a dash where there is none
   * @param place where that is among the levels, in words
   * @param levels from the lowest
   * @param points uniMMR of the last hours: epoch milliseconds and value
   * @param reasonNeeded whether a resume needs a reason, as after a restore
   */
  record Account(
      String id,
      String strategy,
      String schedule,
      String asOf,
      String uniMmr,
      String place,
      boolean good,
      List<Figure> figures,
      List<Line> levels,
      List<double[]> points,
      List<Way> directions,
      boolean reasonNeeded,
      Optional<Open> open,
      List<Row> episodes) {}

  /** A name and its value with its unit. */
  record Figure(String name, String value) {}

  /** A level as a chart draws it. */
  record Line(String name, String text, double at) {}

  /** A direction and whether it is paused. */
  record Way(String name, String text, boolean paused, String since, String reason) {}

  /**
   * A transfer that is not settled.
   *
   * @param meaning what its state means, in words
   * @param evidence what is known of the balances
   * @param steps what became of it so far
   */
  record Open(
      long id,
      String state,
      String transfer,
      boolean held,
      String meaning,
      String reason,
      List<Figure> evidence,
      List<Step> steps) {}

  /** One step of a transfer. */
  record Step(String at, String state, String detail) {}

  /**
   * A line of the last decisions.
   *
   * @param when the last of them
   * @param before how many others and since when; empty where there are none
   */
  record Row(String when, String before, String kind, String what, String uniMmr, String reason) {}

  /** A window of the exchange's limits. */
  record Weight(String endpoint, String countedBy, String used, int percent, String closedUntil) {}
}
