package ballast.simulation;

import ballast.decide.Decider;
import ballast.decide.Decision;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.RecordedTick;
import ballast.journal.Span;
import ballast.strategy.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the journal with the exchange's ledger once everything has come to an end. */
final class Closing {
  private static final long DAY_MILLIS = 86_400_000;

  /** A gap is measured by a clock that may jump from one end of its bound to the other. */
  private static final long CLOCK_SLACK_MILLIS = 2 * SimulatedClock.OFFSET_BOUND_MILLIS;

  private static final Set<IntentState> EXECUTED =
      Set.of(IntentState.CONFIRMED, IntentState.APPLIED, IntentState.SETTLED);

  private final EngineProcess process;
  private final List<Intent> intents;
  private final List<Entry> ledger;

  Closing(EngineProcess process, SimulatedExchange exchange) {
    this.process = process;
    this.intents = process.journal().reader().intents(Span.everything());
    this.ledger =
        exchange.ledger().stream().filter(entry -> entry.process() == process.number()).toList();
  }

  void audit() {
    Map<Long, Intent> byId = new HashMap<>();
    intents.forEach(intent -> byId.put(intent.id(), intent));
    Map<Long, Integer> executions = new HashMap<>();
    long moved = 0;
    for (Entry entry : ledger) {
      Intent intent = byId.get(entry.intent());
      if (intent == null
          || intent.sentAtMillis().isEmpty()
          || intent.direction() != entry.direction()
          || intent.amount().e8() != entry.amountE8()) {
        throw new Violation("I1", entry + " was executed, the journal has " + intent);
      }
      if (entry.duplicate()) {
        held(intent);
        continue;
      }
      if (executions.merge(entry.intent(), 1, Integer::sum) > 1) {
        throw new Violation("I2", entry + " is not the only one of " + intent);
      }
      moved += signed(intent);
    }
    long booked = 0;
    for (Intent intent : intents) {
      boolean executed = executions.containsKey(intent.id());
      if (EXECUTED.contains(intent.state()) != executed) {
        throw new Violation("I4", intent + (executed ? " was" : " was not") + " executed");
      }
      booked += executed ? signed(intent) : 0;
    }
    if (moved != booked) {
      throw new Violation("I5", "the ledger moved " + moved + ", the journal " + booked);
    }
    limits(executions.keySet());
    decideAgain();
  }

  /** N13: what was executed twice must have come before an operator. */
  private void held(Intent intent) {
    if (!process.auditor().wasHeld(intent.id())) {
      throw new Violation("N13", intent + " was executed twice and nobody was asked");
    }
  }

  private static long signed(Intent intent) {
    return intent.direction() == Direction.EARN_TO_FUTURE
        ? intent.amount().e8()
        : -intent.amount().e8();
  }

  private void limits(Set<Long> executed) {
    Map<Long, Long> days = new HashMap<>();
    long last = Long.MIN_VALUE / 2;
    for (Intent intent : intents) {
      if (!executed.contains(intent.id())) {
        continue;
      }
      long sent = intent.sentAtMillis().orElseThrow();
      long sum = days.merge(sent / DAY_MILLIS, intent.amount().e8(), Long::sum);
      if (sum > Setup.LIMITS.perDay().e8()) {
        throw new Violation("I7", sum + " moved on the day of " + intent);
      }
      if (sent - last + CLOCK_SLACK_MILLIS < Setup.LIMITS.minGapMillis()) {
        throw new Violation("I7", intent + " came " + (sent - last) + " ms after the last");
      }
      last = sent;
    }
  }

  private void decideAgain() {
    Decider decider = Setup.decider();
    process.journal().reader().ticks(Span.everything(), tick -> decideAgain(decider, tick));
  }

  /** Holds by value, everything else by its canonical text. */
  private static void decideAgain(Decider decider, RecordedTick tick) {
    if (!(tick instanceof RecordedTick.Decided decided)) {
      return;
    }
    Decision then = decided.decision();
    Decision again = decider.decide(then.facts());
    if (!again.equals(then)
        || (then.kind() != Decision.Kind.HOLD && !again.canonical().equals(then.canonical()))) {
      throw new Violation("I8", then + " is decided again as " + again);
    }
  }

  /** Equal for equal runs. */
  long fingerprint() {
    long hash = process.ticks();
    for (Entry entry : ledger) {
      hash = 31 * hash + entry.hashCode();
    }
    for (Intent intent : intents) {
      hash = 31 * hash + intent.toString().hashCode();
    }
    return hash;
  }
}
