package ballast.paper;

import ballast.decide.Limits;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The policy that a scenario is shown with.
 *
 * @param strategy the strategy's name
 * @param parameters its parameters as text
 * @param limits what the guard holds to
 */
public record DemoPolicy(String strategy, SortedMap<String, String> parameters, Limits limits) {
  public DemoPolicy {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  DemoPolicy(String strategy, Map<String, String> parameters, Limits limits) {
    this(strategy, new TreeMap<>(parameters), limits);
  }
}
