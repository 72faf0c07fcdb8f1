package ballast.report;

import ballast.backtest.BacktestResult;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A backtest as its report tells it: one policy, or two side by side, and beside them always the
 * same account left alone. All of them walked the same history.
 *
 * @param title such as the name of the price file
 * @param subtitle such as the span of time and the number of steps
 * @param policies one or two
 * @param leftAlone the account that nobody moves
 * @param inputs everything the result can be worked out from again, in order
 * @param notes what the account's past rests on
 */
public record Backtested(
    String title,
    String subtitle,
    List<Tried> policies,
    BacktestResult leftAlone,
    List<Figure> inputs,
    List<String> notes) {
  private static final List<String> LETTERS = List.of("A", "B");

  public Backtested {
    policies = List.copyOf(policies);
    inputs = List.copyOf(inputs);
    notes = List.copyOf(notes);
    if (policies.isEmpty() || policies.size() > LETTERS.size()) {
      throw new IllegalArgumentException(
          "a report shows one policy or two, got " + policies.size());
    }
  }

  /**
   * One policy that was tried.
   *
   * @param strategy its name
   * @param parameters as they were given
   * @param result what came of it
   */
  public record Tried(
      String strategy, SortedMap<String, String> parameters, BacktestResult result) {
    public Tried {
      parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    Optional<Band> band() {
      return Band.of(parameters);
    }

    @Override
    public String toString() {
      return strategy + " " + parameters;
    }
  }

  /** Two policies are shown side by side. */
  public boolean isComparison() {
    return policies.size() > 1;
  }

  /** How a policy is called in tables: {@code policy}, or {@code A} and {@code B}. */
  public String name(int policy) {
    return isComparison() ? LETTERS.get(policy) : "policy";
  }

  /** How each policy ended against doing nothing, in plain sentences; says so when it was worse. */
  public List<String> sentences() {
    return outcomes().stream().map(Outcome::sentence).toList();
  }

  List<Outcome> outcomes() {
    Course alone = course(leftAlone);
    return policies.stream().map(each -> Outcome.of(course(each.result()), alone)).toList();
  }

  private static Course course(BacktestResult result) {
    return new Course(Series.recorder().series(), result.lowestUniMmr(), result.liquidatedBy());
  }
}
