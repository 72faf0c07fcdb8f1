package ballast.decide;

/** What the guard may object to; each refusal names one. */
public enum Rule {
  /** Nothing is sent in a dry run. */
  DRY_RUN("dry-run"),
  /** An operator has paused this direction. */
  PAUSED("paused"),
  /** An earlier transfer of this account is not settled. */
  OPEN_INTENT("open-intent"),
  /** The reading of the account is older than max-snapshot-age. */
  SNAPSHOT_AGE("max-snapshot-age"),
  /** The exchange's status of the account forbids this direction. */
  STATUS("account-status"),
  /** The last move is younger than min-gap. */
  MIN_GAP("min-gap"),
  /** More than per-transfer; the amount is cut to it. */
  PER_TRANSFER("per-transfer"),
  /** More than what per-day leaves; the amount is cut to it. */
  PER_DAY("per-day"),
  /** Less than min-transfer. */
  MIN_TRANSFER("min-transfer"),
  /** More than is transferable, or of the wrong direction: a strategy at fault. */
  BEYOND_TRANSFERABLE("beyond-transferable"),
  /** The strategy threw an exception instead of answering. */
  STRATEGY_FAULT("strategy-fault");

  private final String label;

  Rule(String label) {
    this.label = label;
  }

  /** As configuration and reports write it. */
  public String label() {
    return label;
  }
}
