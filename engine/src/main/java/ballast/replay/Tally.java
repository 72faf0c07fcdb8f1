package ballast.replay;

import ballast.journal.RecordedTick.Decided;
import java.util.ArrayList;
import java.util.List;

/** Counts decisions and keeps the first differences. */
final class Tally {
  private final List<Difference> differences = new ArrayList<>();
  private long decisions;
  private long mismatches;

  void same() {
    decisions++;
  }

  void differs(Decided tick, String recorded, String replayed) {
    decisions++;
    mismatches++;
    if (differences.size() < Replayed.SHOWN) {
      differences.add(new Difference(tick.account(), tick.sequence(), recorded, replayed));
    }
  }

  Replayed result() {
    return new Replayed(decisions, mismatches, differences);
  }
}
