package ballast.replay;

import ballast.decide.Decider;
import ballast.decide.Facts;
import ballast.journal.Policy;
import ballast.strategy.Memory;
import ballast.strategy.Parameters;
import ballast.strategy.Strategy;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Transferable;
import java.util.Map;
import java.util.Optional;

/** A policy made to decide again. */
final class Again {
  private final StrategyFactory factory;
  private final Strategy strategy;
  private final Decider decider;

  private Again(StrategyFactory factory, Strategy strategy, Decider decider) {
    this.factory = factory;
    this.strategy = strategy;
    this.decider = decider;
  }

  /**
   * @throws IllegalArgumentException when there is no such strategy, or it refuses its parameters
   */
  static Again of(Policy policy, Map<String, StrategyFactory> strategies) {
    StrategyFactory factory = strategies.get(policy.strategy());
    if (factory == null) {
      throw new IllegalArgumentException(
          "strategy "
              + policy.strategy()
              + " is not installed; known are "
              + String.join(", ", strategies.keySet().stream().sorted().toList()));
    }
    Strategy strategy = factory.create(Parameters.of(factory.parameters(), policy.parameters()));
    return new Again(factory, strategy, new Decider(strategy, policy.limits()));
  }

  Decider decider() {
    return decider;
  }

  Strategy strategy() {
    return strategy;
  }

  Memory recall(String text) {
    return factory.recall(text);
  }

  /** The facts with this memory in place of theirs, and this reading. */
  static Facts facts(Facts facts, Memory memory, Optional<Transferable> transferable) {
    return new Facts(facts.situation().with(memory), facts.standing(), transferable);
  }
}
