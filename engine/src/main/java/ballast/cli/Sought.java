package ballast.cli;

import ballast.backtest.Backtest;
import ballast.backtest.BacktestResult;
import ballast.backtest.Execution;
import ballast.backtest.History;
import ballast.strategy.StrategyFactory;
import ballast.sweep.Candidates;
import ballast.sweep.Choice;
import ballast.sweep.Objective;
import ballast.sweep.Policy;
import ballast.sweep.Ranking;
import ballast.sweep.Search;
import ballast.sweep.Space;
import ballast.sweep.Spans;
import ballast.sweep.Walk;
import ballast.sweep.WalkForward;
import ballast.sweep.Windows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sweep is to find: everything that its answer depends on.
 *
 * @param tried strategy and limits, and the parameters that are not varied
 * @param space what is varied
 * @param choice what is tried of it
 * @param candidates what came of that choice, at least one
 * @param alone the same account left alone
 * @param objective by what they are ranked
 * @param past that they are tried on
 * @param execution how transfers fare
 * @param windows of a walk forward, when one is asked for
 * @param halving try all on a part first
 */
record Sought(
    PolicyOptions.Tried tried,
    Space space,
    Choice choice,
    Candidates<Policy> candidates,
    Backtest alone,
    Objective objective,
    History past,
    Execution execution,
    Optional<Windows> windows,
    boolean halving) {
  /**
   * @throws Failure with {@link ExitCode#USAGE} in one plain line
   */
  static Sought of(
      PolicyOptions.Tried tried,
      Map<String, StrategyFactory> strategies,
      SpaceOptions space,
      Objective objective,
      History past,
      Execution execution,
      Optional<Windows> windows,
      boolean halving) {
    StrategyFactory factory = tried.factory(strategies);
    Space varied = space.space(factory);
    Choice choice = space.choice(execution.seed());
    Candidates<Policy> candidates = candidates(tried, factory, varied, choice, execution);
    return new Sought(
        tried,
        varied,
        choice,
        candidates,
        tried.leftAlone().backtest(strategies, execution),
        objective,
        past,
        execution,
        windows,
        halving);
  }

  private static Candidates<Policy> candidates(
      PolicyOptions.Tried tried,
      StrategyFactory factory,
      Space space,
      Choice choice,
      Execution execution) {
    Candidates<Policy> candidates;
    try {
      candidates =
          space.candidates(
              choice,
              point -> new Policy(point, tried.backtest(factory, point.values(), execution)));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--grid: " + e.getMessage());
    }
    if (candidates.accepted().isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          "strategy "
              + factory.name()
              + " refuses every combination; the first: "
              + candidates.firstRefusal().orElse(""));
    }
    return candidates;
  }

  /** The parameters that every set has alike. */
  SortedMap<String, String> fixed() {
    TreeMap<String, String> fixed = new TreeMap<>(tried.parameters());
    space.axes().forEach(axis -> fixed.remove(axis.name()));
    return fixed;
  }

  /** How many walks that takes, for a progress bar. */
  long trials() {
    int policies = candidates.accepted().size();
    int rounds = halving ? Spans.rounds(past.steps()) : 1;
    return windows
        .map(cut -> WalkForward.trials(cut, policies, rounds))
        .orElseGet(() -> Search.trials(policies, rounds));
  }

  /**
   * Finds it.
   *
   * @param threads how many sets are tried at a time
   * @param afterEach is told of every walk, from any thread
   * @throws Failure with {@link ExitCode#USAGE} when the past is too short for the windows
   */
  Swept find(int threads, Runnable afterEach) {
    Search<Policy, Walk> search = new Search<>(objective.order(), threads, afterEach);
    Optional<WalkForward> forward = windows.map(cut -> forward(cut, search));
    Ranking<Policy, Walk> ranking =
        forward
            .map(WalkForward::ranking)
            .orElseGet(
                () ->
                    search.rank(
                        candidates.accepted(), rounds(past).stream().map(Walk::on).toList()));
    History where = forward.map(WalkForward::rankedOn).orElse(past);
    BacktestResult best = ranking.best().candidate().backtest().run(where);
    return new Swept(this, ranking, forward, best, alone.run(where));
  }

  private WalkForward forward(Windows cut, Search<Policy, Walk> search) {
    try {
      return WalkForward.of(past, cut, candidates.accepted(), this::rounds, search);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--walk-forward: " + e.getMessage());
    }
  }

  private List<History> rounds(History stretch) {
    return halving ? Spans.growing(stretch) : List.of(stretch);
  }
}
