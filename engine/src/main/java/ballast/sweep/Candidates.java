package ballast.sweep;

import java.util.List;
import java.util.Optional;

/**
 * What a choice of points came to.
 *
 * @param accepted in the order of their points
 * @param refused how many points were met that make no candidate
 * @param firstRefusal why the first of them does not, in one line; empty when none was refused
 */
public record Candidates<C>(List<C> accepted, long refused, Optional<String> firstRefusal) {
  public Candidates {
    accepted = List.copyOf(accepted);
  }
}
