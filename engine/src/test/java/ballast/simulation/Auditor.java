package ballast.simulation;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.venue.TransferOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Watches one account while it runs, with the exchange's own ledger before its eyes, and throws a
 * {@link Violation} at the first invariant that does not hold.
 */
final class Auditor {
  private final SimulatedExchange exchange;
  private final Map<Long, Intent> durable = new HashMap<>();
  private final Set<Long> held = new HashSet<>();
  private long posts;
  private long unknown;
  private long heldOfUnknown;

  Auditor(SimulatedExchange exchange) {
    this.exchange = exchange;
  }

  void intended(Intent intent) {
    durable.values().stream()
        .filter(other -> !other.state().isTerminal())
        .findFirst()
        .ifPresent(
            other -> {
              throw new Violation("I3", "intent " + intent.id() + " begun beside " + other);
            });
    durable.put(intent.id(), intent);
  }

  void advanced(Intent now) {
    Intent before = durable.put(now.id(), now);
    if (now.state() == IntentState.UNKNOWN) {
      unknown++;
    } else if (now.state() == IntentState.HELD) {
      held.add(now.id());
      heldOfUnknown += before != null && before.state() == IntentState.UNKNOWN ? 1 : 0;
    }
    if (now.state().isTerminal()) {
      durable.remove(now.id());
    }
  }

  /** What the journal has open now: after a crash, or after an operator's act. */
  void found(Optional<Intent> open) {
    durable.clear();
    open.ifPresent(still -> durable.put(still.id(), still));
  }

  /**
   * A transfer is about to go out.
   *
   * @param futuresSaw how many transfers the engine's last reading of Futures contained: the side
   *     that changes by transfers alone. The account's reading must agree with it before a move,
   *     and an old reading of Earn can only end in HELD
   */
  void posting(int process, TransferOrder order, int futuresSaw) {
    Intent intent = durable.get(order.intent());
    if (intent == null
        || intent.state() != IntentState.SENDING
        || intent.direction() != order.direction()
        || !intent.amount().equals(order.amount())) {
      throw new Violation("I1", order + " is sent, the journal has " + intent);
    }
    if (exchange.executed(process, order.intent())) {
      throw new Violation("I2", order + " is sent again");
    }
    int entries = exchange.ledger().size();
    if (futuresSaw < entries || !exchange.late().isEmpty()) {
      throw new Violation(
          "I6",
          order
              + " rests on a reading of "
              + futuresSaw
              + " transfers, "
              + entries
              + " were executed and "
              + exchange.late().size()
              + " are on their way");
    }
    if (order.amount().compareTo(Setup.LIMITS.perTransfer()) > 0) {
      throw new Violation("I7", order + " is more than one transfer may be");
    }
    posts++;
  }

  boolean wasHeld(long intent) {
    return held.contains(intent);
  }

  long posts() {
    return posts;
  }

  long unknown() {
    return unknown;
  }

  long heldOfUnknown() {
    return heldOfUnknown;
  }
}
