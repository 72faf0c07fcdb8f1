package ballast.cli;

import ballast.alert.Findings;
import ballast.alert.Judged;
import ballast.binance.WeightBudget;
import ballast.config.AccountConfig;
import ballast.config.Config;
import ballast.dashboard.Engine;
import java.util.List;
import java.util.function.Supplier;

/**
 * An engine that runs, as its page wants to know it.
 *
 * @param watch looks at it and judges it
 */
record RunningEngine(Config config, String version, Wiring.Fleet fleet, Supplier<Judged> watch)
    implements Engine {
  @Override
  public String mode() {
    return config.mode().text();
  }

  @Override
  public String exchange() {
    return config.exchange().rest().toString();
  }

  @Override
  public long nowMillis() {
    return fleet.clock().millis();
  }

  @Override
  public List<Account> accounts() {
    return config.accounts().stream().map(RunningEngine::account).toList();
  }

  private static Account account(AccountConfig account) {
    return new Account(
        account.id(),
        account.schedule(),
        account.strategy(),
        account.parameters(),
        account.limits());
  }

  @Override
  public Findings findings() {
    return watch.get().findings();
  }

  @Override
  public List<Weight> weights() {
    return fleet.budget().uses().stream().map(RunningEngine::weight).toList();
  }

  private static Weight weight(WeightBudget.Use use) {
    return new Weight(
        use.endpoint(),
        use.account().isEmpty() ? "this address" : "account " + use.account(),
        use.used(),
        use.limit(),
        use.closedUntilMillis());
  }
}
