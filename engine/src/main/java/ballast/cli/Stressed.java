package ballast.cli;

import ballast.backtest.Backtest;
import ballast.backtest.Execution;
import ballast.config.AccountConfig;
import ballast.paper.Scenario;
import ballast.strategy.Parameters;
import ballast.strategy.Ratio;
import ballast.strategy.StrategyFactory;
import ballast.stress.AccountState;
import ballast.stress.Adviser;
import ballast.stress.Ordeal;
import ballast.stress.Stress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One account's policy through a stress test.
 *
 * @param account whose it is
 * @param state where it starts
 * @param ordeals one for each scenario
 * @param change the smallest change of its levels that passes; empty when none is needed or none
 *     was found
 */
record Stressed(
    AccountConfig account,
    AccountState state,
    PolicyOptions.Tried policy,
    List<Ordeal> ordeals,
    Optional<SortedMap<String, String>> change) {
  /**
   * Takes the account through.
   *
   * @param rate maintenance margin for a unit of position
   */
  static Stressed of(
      AccountConfig account,
      AccountState state,
      Ratio rate,
      List<Scenario> scenarios,
      Map<String, StrategyFactory> strategies) {
    PolicyOptions.Tried policy = PolicyOptions.Tried.of(account);
    StrategyFactory factory = policy.factory(strategies);
    Stress stress =
        Stress.of(
            state, rate, scenarios, policy.leftAlone().backtest(strategies, Execution.INSTANT));
    Backtest given = policy.backtest(strategies, Execution.INSTANT);
    List<Ordeal> ordeals = stress.ordeals(given);
    boolean passed = ordeals.stream().allMatch(Ordeal::isPassed);
    return new Stressed(
        account,
        state,
        policy,
        ordeals,
        passed ? Optional.empty() : advice(stress, policy, factory));
  }

  /** Every account that the exchange shows, from there, through every shipped scenario. */
  static List<Stressed> all(List<Wiring.Post> posts, Map<String, StrategyFactory> strategies) {
    List<Stressed> all = new ArrayList<>();
    for (Wiring.Post post : posts) {
      PresentState.read(post.venue())
          .map(
              state ->
                  of(post.account(), state, Stress.MAINTENANCE_RATE, Stress.shipped(), strategies))
          .ifPresent(all::add);
    }
    return all;
  }

  private static Optional<SortedMap<String, String>> advice(
      Stress stress, PolicyOptions.Tried policy, StrategyFactory factory) {
    return new Adviser(stress, Runtime.getRuntime().availableProcessors())
        .smallestChange(
            factory,
            Parameters.of(factory.parameters(), policy.parameters()).texts(),
            texts -> policy.backtest(factory, texts, Execution.INSTANT));
  }

  boolean isPassed() {
    return ordeals.stream().allMatch(Ordeal::isPassed);
  }

  /** Scenarios in which doing nothing had been better. */
  List<Ordeal> worse() {
    return ordeals.stream().filter(Ordeal::isWorse).toList();
  }

  /**
   * Why this account may not start live: somewhere doing nothing had been better or the policy
   * swings, and its configuration does not say why it may all the same. One line.
   */
  Optional<String> objectionToLive() {
    if (account.worseThanDoingNothing().isPresent()) {
      return Optional.empty();
    }
    return ordeals.stream()
        .filter(ordeal -> ordeal.isWorse() || ordeal.isSwinging())
        .findFirst()
        .map(this::objection);
  }

  private String objection(Ordeal ordeal) {
    return "account "
        + account.id()
        + ": in "
        + ordeal.scenario()
        + (ordeal.isWorse() ? " doing nothing had been better; " : " the policy swings; ")
        + advice()
        + "; change the levels, or give a reason under acknowledge-worse-than-doing-nothing";
  }

  /** What to do about it, in one line. */
  String advice() {
    if (!state.maintenance().isPositive()) {
      return "no maintenance margin now, so there is nothing to protect";
    }
    if (isPassed()) {
      return "the policy survives every scenario, is nowhere worse than doing nothing and does not swing";
    }
    return change
        .map(
            levels ->
                "the smallest change found that passes every scenario: " + Shorthand.of(levels))
        .orElse(
            "no change of its levels was found that passes every scenario; more LDUSDT or less"
                + " position would be needed");
  }
}
