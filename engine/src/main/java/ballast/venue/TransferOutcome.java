package ballast.venue;

/**
 * What is known after a transfer was sent once. {@link Unknown} is an outcome: it is looked up,
 * never repeated.
 */
public sealed interface TransferOutcome {
  /** HTTP 200, complete, and the one documented success message. */
  record Done() implements TransferOutcome {}

  /** The exchange said no in a way that proves nothing was moved. */
  record Rejected(int code, String message) implements TransferOutcome {}

  /** Not one byte of the request left this machine. */
  record NotSent(String cause) implements TransferOutcome {}

  /** Everything else: it may or may not have been executed. */
  record Unknown(String cause) implements TransferOutcome {}

  /** One line for people and the journal. */
  default String describe() {
    if (this instanceof Rejected rejected) {
      return "rejected " + rejected.code() + " " + rejected.message();
    }
    if (this instanceof NotSent notSent) {
      return "not sent: " + notSent.cause();
    }
    return this instanceof Unknown unknown ? "unknown: " + unknown.cause() : "done";
  }
}
