package ballast.alert;

import java.util.Locale;

/** What may be wrong. docs/operating.md says of each what it means and what to do. */
public enum Rule {
  /** uniMMR was below the configured level at the last decision. */
  MARGIN_LOW(Severity.CRITICAL),
  /** LDUSDT was needed in Futures at the last decision, and none went there. */
  NO_RESCUE(Severity.CRITICAL),
  /** The exchange has the account as anything but normal. */
  STATUS_ABNORMAL(Severity.CRITICAL),
  /** A transfer waits for an operator, and blocks its account. */
  TRANSFER_HELD(Severity.CRITICAL),
  /** Whether a transfer was carried out is not known yet. */
  TRANSFER_UNKNOWN(Severity.WARNING),
  /** The API key may do something else than it might, or something that it must not. */
  KEY_CHANGED(Severity.CRITICAL),
  /** The way into Futures is paused, by a person or by Ballast itself. */
  RESCUE_PAUSED(Severity.CRITICAL),
  /** The way back to Earn is paused, by a person or by Ballast itself. */
  PAUSED(Severity.WARNING),
  /** Ticks come by schedule, and none of them could decide. */
  STALE_DATA(Severity.CRITICAL),
  /** Ticks that were due did not come at all. */
  MISSED_SCHEDULE(Severity.CRITICAL),
  /** Others moved LDUSDT into or out of Futures on this UTC day. */
  FOREIGN_MOVE(Severity.WARNING),
  /** The exchange has banned this address (418). */
  BANNED(Severity.CRITICAL),
  /** The exchange has asked to wait (429), and no call goes out before. */
  LIMITED(Severity.WARNING),
  /** A window of the weight budget is nearly used up. */
  BUDGET_EXHAUSTED(Severity.WARNING),
  /** The disk with the journal is nearly full. */
  DISK_LOW(Severity.CRITICAL),
  /** The journal cannot be read or written, so nothing can be moved. */
  JOURNAL_FAILED(Severity.CRITICAL);

  private final Severity severity;

  Rule(Severity severity) {
    this.severity = severity;
  }

  /** How soon a person should look. */
  public Severity severity() {
    return severity;
  }

  /** As notices, metrics and documentation write it, such as {@code margin-low}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
