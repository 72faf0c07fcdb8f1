package ballast.stress;

import ballast.backtest.Backtest;
import ballast.backtest.BacktestResult;
import ballast.backtest.History;
import ballast.paper.Scenario;
import ballast.strategy.Ratio;
import java.util.ArrayList;
import java.util.List;

/** An account's present state laid on scenarios. Immutable, safe for several threads. */
public final class Stress {
  /** What a position is taken to need where nothing else is said: 5 %, as the paper account. */
  public static final Ratio MAINTENANCE_RATE = Ratio.parse("0.05");

  private final List<Past> pasts;

  /** One scenario as this account would have lived it, and how it ends if nothing is moved. */
  private record Past(String name, History history, BacktestResult without) {}

  private Stress(List<Past> pasts) {
    this.pasts = List.copyOf(pasts);
  }

  /**
   * Lays the state on each scenario.
   *
   * @param maintenanceRate maintenance margin for a unit of position, more than 0, at most 1
   * @param alone moves nothing
   */
  public static Stress of(
      AccountState state, Ratio maintenanceRate, List<Scenario> scenarios, Backtest alone) {
    List<Past> pasts = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      Scenario lived = state.on(scenario, maintenanceRate);
      History history = History.of(lived, lived.tick());
      pasts.add(new Past(scenario.name(), history, alone.run(history)));
    }
    return new Stress(pasts);
  }

  /** Every scenario that is shipped. */
  public static List<Scenario> shipped() {
    return Scenario.shippedNames().stream().map(Scenario::shipped).toList();
  }

  /** The policy in every scenario, in their order. */
  public List<Ordeal> ordeals(Backtest policy) {
    return pasts.stream().map(past -> ordeal(past, policy)).toList();
  }

  /** True when the policy passes in every scenario. */
  boolean isPassedBy(Backtest policy) {
    return pasts.stream().allMatch(past -> ordeal(past, policy).isPassed());
  }

  private static Ordeal ordeal(Past past, Backtest policy) {
    return new Ordeal(past.name(), policy.run(past.history()), past.without());
  }
}
