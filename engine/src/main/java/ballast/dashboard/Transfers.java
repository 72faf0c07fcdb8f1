package ballast.dashboard;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of transfers, found by the time of their decision, which has an index, and asked for
 * only until they are settled. Confined to one thread.
 */
final class Transfers {
  /** More than all accounts' last decisions together. */
  private static final int MOST = 1_000;

  private final Journal journal;
  private final Map<Key, IntentState> settled = new LinkedHashMap<>();

  private record Key(String account, long decidedAtMillis) {}

  Transfers(Journal journal) {
    this.journal = journal;
  }

  /** Where the transfer stands that was decided then; empty where there is none. */
  Optional<IntentState> stateOf(String account, long decidedAtMillis) {
    Key key = new Key(account, decidedAtMillis);
    IntentState known = settled.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<IntentState> state =
        journal
            .reader()
            .intents(new Span(Optional.of(account), decidedAtMillis, decidedAtMillis + 1))
            .stream()
            .map(Intent::state)
            .findFirst();
    state.filter(IntentState::isTerminal).ifPresent(terminal -> keep(key, terminal));
    return state;
  }

  private void keep(Key key, IntentState state) {
    if (settled.size() == MOST) {
      settled.remove(settled.keySet().iterator().next());
    }
    settled.put(key, state);
  }
}
