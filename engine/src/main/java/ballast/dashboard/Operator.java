package ballast.dashboard;

import ballast.strategy.Direction;
import java.util.Optional;

/**
 * What an operator may do, each act durable in the journal when it returns. Every method gives in
 * one plain line why it was refused, and nothing was done then; empty when it is done. Safe for
 * several threads.
 */
public interface Operator {
  /**
   * Stops moves; the running engine obeys at its next tick at the latest.
   *
   * @param direction empty for both
   * @param reason in the operator's words; may be empty
   */
  Optional<String> pause(String account, Optional<Direction> direction, String reason);

  /**
   * Allows moves again.
   *
   * @param direction empty for both
   * @param reason in the operator's words; may be empty, but not after a restore
   */
  Optional<String> resume(String account, Optional<Direction> direction, String reason);

  /**
   * Says what became of a HELD transfer.
   *
   * @param intent its number
   * @param applied whether it was executed
   * @param reason how the operator knows; not blank
   */
  Optional<String> resolve(long intent, boolean applied, String reason);
}
