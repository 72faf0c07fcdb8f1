package ballast.journal;

import ballast.decide.Limits;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By what an account is decided: a config version, stored once and named by every decision.
 *
 * @param strategy the strategy's name
 * @param parameters its parameters as text
 * @param limits what the guard holds to
 * @param codeVersion the version of Ballast
 */
public record Policy(
    String strategy, SortedMap<String, String> parameters, Limits limits, String codeVersion) {
  public Policy {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }
}
