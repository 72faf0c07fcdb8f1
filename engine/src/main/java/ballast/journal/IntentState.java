package ballast.journal;

import java.util.Set;

/**
 * Where an intent stands. Only {@link #mayBecome} transitions are accepted; every one is appended,
 * none is edited.
 */
public enum IntentState {
  /** Decided and durable; nothing was sent. */
  INTENT,
  /** Durable before the first byte; from here on it may have been executed. */
  SENDING,
  /** The exchange said success. */
  CONFIRMED,
  /** The exchange said no, provably without effect. */
  REJECTED,
  /** Not one byte left this machine. */
  NOT_SENT,
  /** Sent; whether it was executed is not known yet. */
  UNKNOWN,
  /**
   * Never sent: the process ended between INTENT and SENDING, or an operator or a new policy
   * forbade it by then.
   */
  ABANDONED,
  /** Balances show that it was executed, or an operator resolved it so. */
  APPLIED,
  /** Balances show that it was not executed, or an operator resolved it so. */
  NOT_APPLIED,
  /** Balances prove neither: an operator must resolve it. */
  HELD,
  /** Confirmed or applied, and visible in the balances. */
  SETTLED;

  /** The states that may follow this one. */
  public Set<IntentState> next() {
    return switch (this) {
      case INTENT -> Set.of(SENDING, ABANDONED);
      case SENDING -> Set.of(CONFIRMED, REJECTED, NOT_SENT, UNKNOWN);
      case UNKNOWN -> Set.of(APPLIED, NOT_APPLIED, HELD);
      case CONFIRMED -> Set.of(SETTLED, HELD);
      case APPLIED -> Set.of(SETTLED);
      case HELD -> Set.of(APPLIED, NOT_APPLIED);
      case REJECTED, NOT_SENT, NOT_APPLIED, ABANDONED, SETTLED -> Set.of();
    };
  }

  public boolean mayBecome(IntentState state) {
    return next().contains(state);
  }

  /** True of the states that prove, of an intent that was SENDING, that nothing was moved. */
  public boolean provesNothingMoved() {
    return this == REJECTED || this == NOT_SENT || this == NOT_APPLIED;
  }

  /** True when nothing can follow; every other state blocks the account. */
  public boolean isTerminal() {
    return next().isEmpty();
  }
}
