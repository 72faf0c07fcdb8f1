package ballast.alert;

import java.util.Locale;

/** What may be wrong. docs/operating.md says of each what it means and what to do. */
public enum Rule {
  /** uniMMR was below the configured level at the last decision. */
  MARGIN_LOW(Severity.CRITICAL, Scope.ACCOUNT),
  /** LDUSDT was needed in Futures at the last decision, and none went there. */
  NO_RESCUE(Severity.CRITICAL, Scope.ACCOUNT),
  /** The exchange has the account as anything but normal. */
  STATUS_ABNORMAL(Severity.CRITICAL, Scope.ACCOUNT),
  /** A transfer waits for an operator, and blocks its account. */
  TRANSFER_HELD(Severity.CRITICAL, Scope.ACCOUNT),
  /** Whether a transfer was carried out is not known yet. */
  TRANSFER_UNKNOWN(Severity.WARNING, Scope.ACCOUNT),
  /** The API key may do something else than it might, or something that it must not. */
  KEY_CHANGED(Severity.CRITICAL, Scope.ACCOUNT),
  /** The way into Futures is paused, by a person or by Ballast itself. */
  RESCUE_PAUSED(Severity.CRITICAL, Scope.ACCOUNT),
  /** The way back to Earn is paused, by a person or by Ballast itself. */
  PAUSED(Severity.WARNING, Scope.ACCOUNT),
  /** Ticks come by schedule, and none of them could decide. */
  STALE_DATA(Severity.CRITICAL, Scope.ACCOUNT),
  /** Ticks that were due did not come at all. */
  MISSED_SCHEDULE(Severity.CRITICAL, Scope.ACCOUNT),
  /** Others moved LDUSDT into or out of Futures on this UTC day. */
  FOREIGN_MOVE(Severity.WARNING, Scope.ACCOUNT),
  /** The exchange has banned this address (418). */
  BANNED(Severity.CRITICAL, Scope.ENGINE),
  /** The exchange has asked to wait (429), and no call goes out before. */
  LIMITED(Severity.WARNING, Scope.ENGINE),
  /** A window of the weight budget is nearly used up. */
  BUDGET_EXHAUSTED(Severity.WARNING, Scope.ENGINE),
  /** The disk with the journal is nearly full. */
  DISK_LOW(Severity.CRITICAL, Scope.ENGINE),
  /** The journal cannot be read or written, so nothing can be moved. */
  JOURNAL_FAILED(Severity.CRITICAL, Scope.ENGINE);

  private final Severity severity;
  private final Scope scope;

  Rule(Severity severity, Scope scope) {
    this.severity = severity;
    this.scope = scope;
  }

  /** What a condition is about. */
  public enum Scope {
    /** One account. */
    ACCOUNT,
    /** The engine as a whole. */
    ENGINE
  }

  /** How soon a person should look. */
  public Severity severity() {
    return severity;
  }

  /** What it is about. */
  public Scope scope() {
    return scope;
  }

  /** As notices, metrics and documentation write it, such as {@code margin-low}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
