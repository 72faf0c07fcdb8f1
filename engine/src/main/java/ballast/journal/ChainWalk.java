package ballast.journal;

import ballast.decide.Decision;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks one account's chain and stops at the first thing that is wrong: a missing link, a hash that
 * is not its content's, an illegal transition, a second open intent, an intent without its
 * decision.
 */
final class ChainWalk {
  private final String account;
  private Digest head = Digest.NOTHING;
  private long sequence;
  private long open;
  private @Nullable IntentState state;
  private RecordedTick.@Nullable Decided awaited;

  ChainWalk(String account) {
    this.account = account;
  }

  /**
   * Begins behind these stretches, at whose ends no intent is open; what is in them is believed.
   */
  ChainWalk(String account, List<Seam> seams) {
    this.account = account;
    if (!seams.isEmpty()) {
      Seam last = seams.get(seams.size() - 1);
      sequence = last.last();
      head = last.head();
    }
  }

  /** Why the chain is broken and where; empty when it holds. */
  Optional<String> walk(Iterator<StoredLink> links) {
    while (links.hasNext()) {
      StoredLink stored = links.next();
      Optional<String> fault = faultOf(stored);
      if (fault.isPresent()) {
        return fault.map(what -> at(Math.min(stored.sequence(), sequence + 1), what));
      }
      sequence = stored.sequence();
      head = stored.hash();
    }
    return awaited == null
        ? Optional.empty()
        : Optional.of(at(sequence, "a decision names an intent that is missing"));
  }

  /** Compares the end of the chain with where the store says that it ends. */
  Optional<String> endsAt(long lastSequence, Digest lastHash, long openIntent) {
    if (sequence != lastSequence) {
      return Optional.of(at(sequence + 1, "the chain should reach " + lastSequence));
    }
    if (!head.equals(lastHash)) {
      return Optional.of(at(sequence, "the account's head is not the hash of its last link"));
    }
    return open == openIntent
        ? Optional.empty()
        : Optional.of(at(sequence, "the open intent is " + open + ", not " + openIntent));
  }

  long links() {
    return sequence;
  }

  Digest head() {
    return head;
  }

  private Optional<String> faultOf(StoredLink stored) {
    if (stored.sequence() != sequence + 1) {
      return Optional.of(stored.sequence() <= sequence ? "the link is there twice" : "missing");
    }
    if (stored.link().isEmpty()) {
      return Optional.of("the row cannot be read: " + stored.fault());
    }
    Link link = stored.link().get();
    if (!head.followedBy(link.canonical()).equals(stored.hash())) {
      return Optional.of("the hash does not match the row");
    }
    return Optional.ofNullable(misstep(link));
  }

  private @Nullable String misstep(Link link) {
    RecordedTick.Decided decision = awaited;
    awaited = null;
    if (link instanceof Link.Transition transition) {
      return transition.opening().isPresent()
          ? opening(transition, transition.opening().get(), decision)
          : advance(transition);
    }
    if (decision != null) {
      return "intent " + decision.intent() + " should follow its decision";
    }
    if (link instanceof Link.Tick tick && tick.tick() instanceof RecordedTick.Decided decided) {
      return decided(decided);
    }
    return link instanceof Link.Foreign && open != 0
        ? "someone else's move was recorded while intent " + open + " was open"
        : null;
  }

  private @Nullable String decided(RecordedTick.Decided decided) {
    boolean move = decided.decision().kind() == Decision.Kind.MOVE;
    if (move != (decided.intent() != 0)) {
      return "only a move has an intent, and every move has one";
    }
    awaited = move ? decided : null;
    return null;
  }

  private @Nullable String opening(
      Link.Transition transition, Link.Opening about, RecordedTick.@Nullable Decided decision) {
    if (decision == null
        || decision.intent() != transition.intent()
        || decision.sequence() != about.decision()) {
      return "intent " + transition.intent() + " lacks its decision";
    }
    if (!decision.decision().amount().equals(about.amount())
        || !decision.decision().direction().equals(Optional.of(about.direction()))) {
      return "intent " + transition.intent() + " is not what was decided";
    }
    if (open != 0) {
      return "intent " + transition.intent() + " began while " + open + " was open";
    }
    open = transition.intent();
    state = transition.state();
    return transition.state() == IntentState.INTENT ? null : "an intent begins in INTENT";
  }

  private @Nullable String advance(Link.Transition transition) {
    if (transition.intent() != open || state == null) {
      return "intent " + transition.intent() + " is not open";
    }
    if (!state.mayBecome(transition.state())) {
      return "intent " + open + " may not go from " + state + " to " + transition.state();
    }
    state = transition.state();
    if (state.isTerminal()) {
      open = 0;
    }
    return null;
  }

  private String at(long where, String what) {
    return "account " + account + ", sequence " + where + ": " + what;
  }
}
