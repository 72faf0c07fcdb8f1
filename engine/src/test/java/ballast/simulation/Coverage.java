package ballast.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often each fault struck at each stage, and how often each crash point was met. */
final class Coverage {
  private final long[][] strikes = new long[Fault.values().length][Stage.values().length];
  private final long[] crashes = new long[CrashPoint.values().length];

  void struck(Fault fault, Stage stage) {
    strikes[fault.ordinal()][stage.ordinal()]++;
  }

  void crashed(CrashPoint point) {
    crashes[point.ordinal()]++;
  }

  long crashes() {
    long sum = 0;
    for (long count : crashes) {
      sum += count;
    }
    return sum;
  }

  void add(Coverage other) {
    for (int i = 0; i < strikes.length; i++) {
      for (int k = 0; k < strikes[i].length; k++) {
        strikes[i][k] += other.strikes[i][k];
      }
    }
    for (int i = 0; i < crashes.length; i++) {
      crashes[i] += other.crashes[i];
    }
  }

  /** The cells that can be reached and were not. */
  List<String> empty() {
    List<String> empty = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      for (Stage stage : Stage.values()) {
        if (fault.canStrike(stage) && strikes[fault.ordinal()][stage.ordinal()] == 0) {
          empty.add(fault + " at " + stage);
        }
      }
    }
    for (CrashPoint point : CrashPoint.values()) {
      if (crashes[point.ordinal()] == 0) {
        empty.add("CRASH " + point);
      }
    }
    return empty;
  }

  /** The table: a dot where a fault cannot strike. */
  String table() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-24s", "fault"));
    for (Stage stage : Stage.values()) {
      text.append(String.format(Locale.ROOT, "%11s", stage));
    }
    for (Fault fault : Fault.values()) {
      text.append(String.format(Locale.ROOT, "%n%-24s", fault));
      for (Stage stage : Stage.values()) {
        long count = strikes[fault.ordinal()][stage.ordinal()];
        text.append(
            String.format(
                Locale.ROOT, "%11s", count == 0 && !fault.canStrike(stage) ? "." : count));
      }
    }
    for (CrashPoint point : CrashPoint.values()) {
      text.append(String.format(Locale.ROOT, "%ncrash %-18s%11d", point, crashes[point.ordinal()]));
    }
    return text.toString();
  }
}
