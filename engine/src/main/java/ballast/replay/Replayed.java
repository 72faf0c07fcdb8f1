package ballast.replay;

import java.util.List;

/**
 * What deciding again found.
 *
 * @param decisions decisions taken again
 * @param mismatches how many of them differ
 * @param differences the first 20 that do
 */
public record Replayed(long decisions, long mismatches, List<Difference> differences) {
  static final int SHOWN = 20;

  public Replayed {
    differences = List.copyOf(differences);
  }
}
