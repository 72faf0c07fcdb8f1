package ballast.sweep;

import ballast.strategy.Ratio;
import ballast.sweep.Ranking.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies that none betters both in LDUSDT held in Futures and in how low uniMMR sinks. */
public final class ParetoFront {
  private ParetoFront() {}

  /** From the least held to the most; of equals the first ranked. */
  public static List<Ranked<Policy, Walk>> of(List<Ranked<Policy, Walk>> ranked) {
    List<Ranked<Policy, Walk>> byHeld = new ArrayList<>(ranked);
    byHeld.sort(
        Comparator.<Ranked<Policy, Walk>, Walk>comparing(
            Ranked::result,
            Comparator.comparing(Walk::meanInFutures)
                .thenComparing(Walk::lowest, Comparator.reverseOrder())));
    List<Ranked<Policy, Walk>> front = new ArrayList<>();
    @Nullable Ratio highest = null;
    for (Ranked<Policy, Walk> each : byHeld) {
      if (highest == null || each.result().lowest().compareTo(highest) > 0) {
        front.add(each);
        highest = each.result().lowest();
      }
    }
    return front;
  }
}
