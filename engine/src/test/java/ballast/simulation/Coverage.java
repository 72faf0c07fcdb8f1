package ballast.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often each fault struck at each stage, and how often each crash point was met. */
final class Coverage {
  private final Map<Fault, Map<Stage, Long>> strikes = new EnumMap<>(Fault.class);
  private final Map<CrashPoint, Long> crashes = new EnumMap<>(CrashPoint.class);

  private final Map<CrashPoint, Long> pauses = new EnumMap<>(CrashPoint.class);

  void struck(Fault fault, Stage stage) {
    struck(fault, stage, 1);
  }

  private void struck(Fault fault, Stage stage, long times) {
    strikes
        .computeIfAbsent(fault, any -> new EnumMap<>(Stage.class))
        .merge(stage, times, Long::sum);
  }

  void crashed(CrashPoint point) {
    crashes.merge(point, 1L, Long::sum);
  }

  void paused(CrashPoint point) {
    pauses.merge(point, 1L, Long::sum);
  }

  long crashes() {
    return crashes.values().stream().mapToLong(Long::longValue).sum();
  }

  private long strikes(Fault fault, Stage stage) {
    return strikes.getOrDefault(fault, Map.of()).getOrDefault(stage, 0L);
  }

  private long crashes(CrashPoint point) {
    return crashes.getOrDefault(point, 0L);
  }

  private long pauses(CrashPoint point) {
    return pauses.getOrDefault(point, 0L);
  }

  void add(Coverage other) {
    other.strikes.forEach(
        (fault, stages) -> stages.forEach((stage, times) -> struck(fault, stage, times)));
    other.crashes.forEach((point, times) -> crashes.merge(point, times, Long::sum));
    other.pauses.forEach((point, times) -> pauses.merge(point, times, Long::sum));
  }

  /** Of two engines on one journal: where the leader could have been paused and was not. */
  List<String> unpaused() {
    List<String> unpaused = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (Fault.PAST_THE_LEASE.canStrike(stage) && strikes(Fault.PAST_THE_LEASE, stage) == 0) {
        unpaused.add("paused at " + stage);
      }
    }
    for (CrashPoint point : CrashPoint.values()) {
      if (pauses(point) == 0) {
        unpaused.add("paused " + point);
      }
    }
    return unpaused;
  }

  /** The cells that one engine can reach and has not. */
  List<String> empty() {
    List<String> empty = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      for (Stage stage : Stage.values()) {
        if (fault != Fault.PAST_THE_LEASE && fault.canStrike(stage) && strikes(fault, stage) == 0) {
          empty.add(fault + " at " + stage);
        }
      }
    }
    for (CrashPoint point : CrashPoint.values()) {
      if (crashes(point) == 0) {
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
        long count = strikes(fault, stage);
        text.append(
            String.format(
                Locale.ROOT, "%11s", count == 0 && !fault.canStrike(stage) ? "." : count));
      }
    }
    for (CrashPoint point : CrashPoint.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%ncrash %-18s%11d%s",
              point,
              crashes(point),
              pauses.isEmpty() ? "" : "   paused " + pauses(point)));
    }
    return text.toString();
  }
}
