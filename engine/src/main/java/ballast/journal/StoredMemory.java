package ballast.journal;

import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.strategy.Memory;
import ballast.strategy.Situation;

/** A strategy's memory as the journal has it: its text. */
public record StoredMemory(String text) implements Memory {

  /** The decision with both its memories as text. */
  static Decision of(Decision decision) {
    Facts facts = decision.facts();
    Situation.Recorded situation = facts.situation();
    return new Decision(
        new Facts(
            situation.with(new StoredMemory(situation.memory().text())),
            facts.standing(),
            facts.transferable()),
        decision.kind(),
        decision.direction(),
        decision.proposed(),
        decision.amount(),
        decision.rule(),
        decision.reason(),
        new StoredMemory(decision.memory().text()));
  }
}
