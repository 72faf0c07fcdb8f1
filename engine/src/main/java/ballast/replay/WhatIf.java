package ballast.replay;

import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.journal.RecordedTick.Decided;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another strategy over one account's recorded facts, with a memory of its own. */
final class WhatIf {
  private @Nullable Memory memory;

  void compare(Decided tick, Again other, Tally tally) {
    Memory before = memory == null ? other.recall("") : memory;
    Facts facts = Again.facts(tick.decision().facts(), before, Optional.empty());
    String recorded = outcome(tick.decision());
    String replayed = decide(tick.decision().facts(), facts, other);
    memory = other.strategy().remember(facts.situation());
    if (recorded.equals(replayed)) {
      tally.same();
    } else {
      tally.differs(tick, recorded, replayed);
    }
  }

  private static String decide(Facts recorded, Facts facts, Again other) {
    Situation.Recorded situation = facts.situation();
    Optional<Direction> asks = other.decider().asks(situation, facts.standing());
    Optional<Transferable> read =
        recorded
            .transferable()
            .filter(transferable -> asks.equals(Optional.of(transferable.direction())));
    if (asks.isPresent() && read.isEmpty()) {
      return asks.get() + ", amount not read";
    }
    return outcome(other.decider().decide(new Facts(situation, facts.standing(), read)));
  }

  /** What came of a decision, without its reasons. */
  private static String outcome(Decision decision) {
    return switch (decision.kind()) {
      case HOLD -> "HOLD";
      case REFUSED -> "REFUSED " + decision.direction().map(Direction::name).orElse("");
      case MOVE ->
          "MOVE " + decision.direction().map(Direction::name).orElse("") + " " + decision.amount();
    };
  }
}
