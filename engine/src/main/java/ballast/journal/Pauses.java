package ballast.journal;

import ballast.strategy.Direction;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directions of an account that are paused, each with the act that paused it last and, apart
 * from that, the restore that holds it: what is paused after a restore lifts nothing. Immutable.
 */
public final class Pauses {
  private final Map<Direction, OperatorAct> acts = new EnumMap<>(Direction.class);
  private final Map<Direction, OperatorAct> restores = new EnumMap<>(Direction.class);

  private Pauses(Set<Direction> paused, List<OperatorAct> all) {
    for (OperatorAct act : all) {
      paused.stream()
          .filter(direction -> act.direction().map(direction::equals).orElse(true))
          .forEach(direction -> take(direction, act));
    }
  }

  private void take(Direction direction, OperatorAct act) {
    if (act.kind() == OperatorAct.Kind.PAUSE) {
      acts.put(direction, act);
    }
    if (act.isRestore()) {
      restores.put(direction, act);
    } else if (act.kind() == OperatorAct.Kind.RESUME) {
      restores.remove(direction);
    }
  }

  /** Those of an account now; its acts are read only where a direction is paused. */
  public static Pauses of(Journal open, String account, long nowMillis) {
    return of(open.reader(), account, open.books(account, nowMillis));
  }

  /** Those of an account whose books are at hand. */
  public static Pauses of(JournalReader reader, String account, Books books) {
    return books.paused().isEmpty()
        ? new Pauses(books.paused(), List.of())
        : new Pauses(books.paused(), reader.acts(Span.of(account)));
  }

  /** The act that paused a direction; empty while it is not paused. */
  public Optional<OperatorAct> of(Direction direction) {
    return Optional.ofNullable(acts.get(direction));
  }

  /** Each paused direction and why; empty text where the operator did not say. */
  public Map<Direction, String> reasons() {
    Map<Direction, String> reasons = new EnumMap<>(Direction.class);
    acts.forEach((direction, act) -> reasons.put(direction, act.reason()));
    return reasons;
  }

  /** True after a restore, until a person has compared both balances. */
  public boolean isHeldByRestore() {
    return restore().isPresent();
  }

  /** The newest restore since which a direction has not been resumed. */
  public Optional<OperatorAct> restore() {
    return restores.values().stream().max(Comparator.comparingLong(OperatorAct::atMillis));
  }
}
