package ballast.journal;

import ballast.strategy.Direction;
import java.util.Optional;

/**
 * What a person did, in the journal like everything else. Ballast itself may pause an account; its
 * reasons begin with "by ballast:".
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
  private static final String RESTORED = "restored from ";

  /**
   * What restore does to every account: both directions wait for a person, because what was done
   * after the backup is not in the journal.
   *
   * @param backup the name of the backup
   */
  static OperatorAct heldByRestore(String account, long atMillis, String backup) {
    return new OperatorAct(
        account, atMillis, Kind.PAUSE, Optional.empty(), 0, RESTORED + backup + ", by ballast");
  }

  /** True of a pause that waits until a person has compared both balances after a restore. */
  public boolean isRestore() {
    return kind == Kind.PAUSE && reason.startsWith(RESTORED);
  }

  /** The acts there are. */
  public enum Kind {
    PAUSE,
    RESUME,
    RESOLVE_APPLIED,
    RESOLVE_NOT_APPLIED
  }
}
