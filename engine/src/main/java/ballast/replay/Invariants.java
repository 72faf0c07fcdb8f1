package ballast.replay;

import ballast.decide.Limits;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.IntentStep;
import ballast.journal.JournalException;
import ballast.journal.JournalReader;
import ballast.journal.RecordedTick.Decided;
import ballast.journal.Span;
import ballast.replay.Verification.Invariant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What must hold of every account's transfers, as far as the journal alone can show it. */
final class Invariants {
  private final List<Intent> intents;
  private final Map<Long, Limits> limits = new HashMap<>();
  private final Map<Long, Integer> timesSent = new HashMap<>();
  private final Map<String, Intent> newest = new HashMap<>();
  private final Map<String, Moved> moved = new HashMap<>();

  private Invariants(JournalReader journal) {
    this.intents = journal.intents(Span.everything());
    for (IntentStep step : journal.steps(Span.everything())) {
      if (step.state() == IntentState.SENDING) {
        timesSent.merge(step.intent(), 1, Integer::sum);
      }
    }
    journal.ticks(
        Span.everything(),
        tick -> {
          if (tick instanceof Decided decided && decided.intent() != 0) {
            limits.put(decided.intent(), journal.policy(decided.policy()).limits());
          }
        });
  }

  static List<Invariant> of(JournalReader journal) {
    try {
      Invariants all = new Invariants(journal);
      return List.of(
          all.hold("I2", "each was sent once at most", all::sentTwice),
          all.hold("I3", "one at a time in each account", all::beganBeforeTheLastEnded),
          all.hold("I4", "states agree with what was sent", all::stateContradictsSending),
          all.hold("I7", "inside the caps of their policies", all::beyondCaps));
    } catch (JournalException | IllegalArgumentException e) {
      String why = "cannot be read: " + e.getMessage();
      return List.of(
          new Invariant("I2", false, why),
          new Invariant("I3", false, why),
          new Invariant("I4", false, why),
          new Invariant("I7", false, why));
    }
  }

  private Invariant hold(String id, String meaning, Function<Intent, Optional<String>> fault) {
    Optional<String> first =
        intents.stream()
            .flatMap(
                intent ->
                    fault.apply(intent).stream()
                        .map(what -> intent.account() + ", intent " + intent.id() + ": " + what))
            .findFirst();
    return new Invariant(
        id, first.isEmpty(), first.orElse(intents.size() + " intents: " + meaning));
  }

  private Optional<String> sentTwice(Intent intent) {
    int times = timesSent.getOrDefault(intent.id(), 0);
    return times <= 1 ? Optional.empty() : Optional.of("SENDING " + times + " times");
  }

  /** Only the newest intent of an account may be open. */
  private Optional<String> beganBeforeTheLastEnded(Intent intent) {
    Intent before = newest.put(intent.account(), intent);
    return before == null || before.state().isTerminal()
        ? Optional.empty()
        : Optional.of("began while intent " + before.id() + " was " + before.state());
  }

  private Optional<String> stateContradictsSending(Intent intent) {
    boolean neverSent =
        intent.state() == IntentState.INTENT || intent.state() == IntentState.ABANDONED;
    if (neverSent == intent.sentAtMillis().isPresent()) {
      return Optional.of(
          intent.state() + (neverSent ? " although it was sent" : " although it was never sent"));
    }
    return intent.state().isTerminal() == intent.settledAtMillis().isPresent()
        ? Optional.empty()
        : Optional.of(intent.state() + " contradicts when it was settled");
  }

  private Optional<String> beyondCaps(Intent intent) {
    Limits caps = limits.get(intent.id());
    if (caps == null) {
      return Optional.of("no decision led to it");
    }
    Moved moved = this.moved.computeIfAbsent(intent.account(), account -> new Moved());
    Optional<String> fault = moved.faultOf(intent, caps);
    if (intent.sentAtMillis().isPresent() && !intent.state().provesNothingMoved()) {
      moved.add(intent.sentAtMillis().getAsLong(), intent.amount());
    }
    return fault;
  }
}
