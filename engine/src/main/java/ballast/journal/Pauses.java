package ballast.journal;

import ballast.strategy.Direction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The directions of an account that are paused, each with the act that paused it. Immutable. */
public final class Pauses {
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
    return restoredAtMillis().isPresent();
  }

  /** When the restore was that holds the account. */
  public OptionalLong restoredAtMillis() {
    return acts.values().stream()
        .filter(OperatorAct::isRestore)
        .mapToLong(OperatorAct::atMillis)
        .max();
  }
}
