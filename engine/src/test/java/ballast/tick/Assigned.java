package ballast.tick;

import ballast.decide.Decider;
import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.journal.Policy;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import java.util.Map;

/** Accounts as they are assigned to shipped strategies. */
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

  static Assignment toTargetBand(String account, Map<String, String> band, Limits limits) {
    return to(account, ShippedStrategies.targetBand(), band, limits);
  }
}
