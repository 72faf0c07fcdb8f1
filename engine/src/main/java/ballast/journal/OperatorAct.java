package ballast.journal;

import ballast.strategy.Direction;
import java.util.Optional;

/**
 * What a person did, in the journal like everything else.
 *
 * @param account on which account
 * @param atMillis when
 * @param kind what
 * @param direction of a pause or resume; empty for both directions
 * @param intent of a resolve; 0 otherwise
 * @param reason in the operator's words; may be empty except for a resolve
 */
public record OperatorAct(
    String account,
    long atMillis,
    Kind kind,
    Optional<Direction> direction,
    long intent,
    String reason) {
  /** The acts there are. */
  public enum Kind {
    PAUSE,
    RESUME,
    RESOLVE_APPLIED,
    RESOLVE_NOT_APPLIED
  }
}
