package ballast.cli;

import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import ballast.journal.Span;
import ballast.strategy.Direction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The directions of an account that are paused, each with the act that paused it. */
final class Pauses {
  private final Map<Direction, OperatorAct> acts = new EnumMap<>(Direction.class);

  private Pauses(Set<Direction> paused, List<OperatorAct> all) {
    for (OperatorAct act : all) {
      if (act.kind() == OperatorAct.Kind.PAUSE) {
        paused.stream()
            .filter(direction -> act.direction().map(direction::equals).orElse(true))
            .forEach(direction -> acts.put(direction, act));
      }
    }
  }

  static Pauses of(Journal open, String account, long nowMillis) {
    return new Pauses(
        open.books(account, nowMillis).paused(), open.reader().acts(Span.of(account)));
  }

  /** Each paused direction and why; empty where the operator did not say. */
  Map<Direction, String> reasons() {
    Map<Direction, String> reasons = new EnumMap<>(Direction.class);
    acts.forEach((direction, act) -> reasons.put(direction, act.reason()));
    return reasons;
  }

  boolean isHeldByRestore() {
    return restoredAtMillis().isPresent();
  }

  /** When the restore was that holds the account. */
  OptionalLong restoredAtMillis() {
    return acts.values().stream()
        .filter(OperatorAct::isRestore)
        .mapToLong(OperatorAct::atMillis)
        .max();
  }
}
