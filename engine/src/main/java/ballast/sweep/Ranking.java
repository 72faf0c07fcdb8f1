package ballast.sweep;

import java.util.List;

/**
 * Candidates from best to worst, as far as they were tried on the whole.
 *
 * @param ranked best first, at least one
 * @param dropped how many were left behind on a part of it, by round
 */
public record Ranking<C, R>(List<Ranked<C, R>> ranked, List<Integer> dropped) {
  public Ranking {
    ranked = List.copyOf(ranked);
    dropped = List.copyOf(dropped);
    if (ranked.isEmpty()) {
      throw new IllegalArgumentException("a ranking needs at least one candidate");
    }
  }

  /** A candidate and how it fared on the whole. */
  public record Ranked<C, R>(C candidate, R result) {}

  public Ranked<C, R> best() {
    return ranked.get(0);
  }
}
