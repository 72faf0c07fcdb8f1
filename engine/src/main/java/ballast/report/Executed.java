package ballast.report;

import ballast.journal.Intent;

/** Whether a transfer is known to have moved money, for the markers of a chart. */
final class Executed {
  private Executed() {}

  static boolean is(Intent transfer) {
    return switch (transfer.state()) {
      case CONFIRMED, APPLIED, SETTLED -> true;
      case INTENT, SENDING, REJECTED, NOT_SENT, UNKNOWN, ABANDONED, NOT_APPLIED, HELD -> false;
    };
  }
}
