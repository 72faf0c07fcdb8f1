package ballast.cli;

import java.util.List;
import java.util.Optional;

/**
 * What one command line runs with.
 *
 * @param arguments the whole command line, to be handed to a running engine where that holds the
 *     journal
 * @param journals how a journal is reached
 * @param running the fleet of the engine this runs inside, if it does
 */
record Session(
    Wiring wiring,
    Terminal terminal,
    List<String> arguments,
    JournalAccess journals,
    Optional<Wiring.Fleet> running) {

  /** The time by which this engine goes: in paper mode the exchange's, where an engine runs. */
  long nowMillis() {
    return running.map(fleet -> fleet.clock().millis()).orElseGet(() -> wiring.clock().millis());
  }
}
