package ballast.tick;

import ballast.decide.Decider;
import ballast.decide.Limits;
import ballast.journal.Policy;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import java.util.Map;

/** Accounts that tests assign to strategies. */
public final class Assigned {
  private Assigned() {}

  /** An account that is kept by a strategy with these parameters, within these limits. */
  public static Assignment to(
      String account, StrategyFactory factory, Map<String, String> texts, Limits limits) {
    Parameters parameters = Parameters.of(factory.parameters(), texts);
    Policy policy = new Policy(factory.name(), parameters.texts(), limits, "test");
    Decider decider = new Decider(factory.create(parameters), limits);
    return new Assignment(account, policy, decider, factory::recall);
  }
}
