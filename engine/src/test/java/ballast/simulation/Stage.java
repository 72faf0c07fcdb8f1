package ballast.simulation;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import java.util.Optional;

/** Where the account's open intent stood, by the journal, when something struck. */
enum Stage {
  NONE,
  INTENT,
  SENDING,
  CONFIRMED,
  UNKNOWN,
  APPLIED,
  HELD;

  static Stage of(Optional<Intent> open) {
    return open.map(Intent::state).map(Stage::of).orElse(NONE);
  }

  private static Stage of(IntentState state) {
    return state.isTerminal() ? NONE : valueOf(state.name());
  }
}
