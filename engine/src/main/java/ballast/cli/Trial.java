package ballast.cli;

import ballast.backtest.Backtest;
import ballast.backtest.BacktestResult;
import ballast.backtest.Execution;
import ballast.backtest.History;
import ballast.config.FileCause;
import ballast.report.BacktestReport;
import ballast.report.Backtested;
import ballast.report.Backtested.Tried;
import ballast.report.Figure;
import ballast.report.Scores;
import ballast.strategy.Ratio;
import ballast.strategy.StrategyFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Policies on one history, and the same account left alone. */
final class Trial {
  /** Some seconds of walking. */
  private static final long LONG_STEPS = 50_000_000;

  private final Session session;
  private final Map<String, StrategyFactory> strategies;
  private final Execution execution;
  private final History history;
  private final List<PolicyOptions.Tried> policies;
  private double seconds;

  Trial(
      Session session,
      Map<String, StrategyFactory> strategies,
      Execution execution,
      History history,
      List<PolicyOptions.Tried> policies) {
    this.session = session;
    this.strategies = strategies;
    this.execution = execution;
    this.history = history;
    this.policies = List.copyOf(policies);
  }

  /**
   * Walks them all.
   *
   * @param sources what the history was made of, for the report
   * @throws Failure with {@link ExitCode#USAGE} when a policy cannot be made
   */
  Backtested run(String title, List<Figure> sources, List<String> notes) {
    List<Tried> tried = new ArrayList<>();
    Ratio below = policies.get(0).backtest(strategies, execution).low();
    List<Backtest> backtests =
        Stream.concat(policies.stream(), Stream.of(policies.get(0).leftAlone()))
            .map(policy -> policy.backtest(strategies, execution).countingBelow(below))
            .toList();
    List<BacktestResult> results = walk(backtests);
    for (int i = 0; i < policies.size(); i++) {
      PolicyOptions.Tried policy = policies.get(i);
      tried.add(new Tried(policy.strategy(), policy.parameters(), results.get(i)));
    }
    BacktestResult alone = results.get(policies.size());
    List<Figure> inputs = new ArrayList<>();
    policies.forEach(policy -> inputs.addAll(inputs(policy)));
    inputs.addAll(sources);
    inputs.add(new Figure("Ballast", session.wiring().version()));
    return new Backtested(title, Scores.span(history), tried, alone, inputs, notes);
  }

  /** Where a person is looking and the walks are long, shows how many are done. */
  private List<BacktestResult> walk(List<Backtest> backtests) {
    List<BacktestResult> results = new ArrayList<>();
    boolean isLong = (long) history.steps() * backtests.size() > LONG_STEPS;
    try (SearchProgress progress =
        new SearchProgress(session.terminal(), "backtest", backtests.size(), isLong)) {
      for (Backtest backtest : backtests) {
        long begun = session.wiring().nanoTime().getAsLong();
        results.add(backtest.run(history));
        double took = (session.wiring().nanoTime().getAsLong() - begun) / 1e9;
        seconds = results.size() == 1 ? took : seconds;
        progress.step();
      }
    }
    return results;
  }

  /** How long the first policy's walk took. */
  double seconds() {
    return seconds;
  }

  private static List<Figure> inputs(PolicyOptions.Tried policy) {
    List<Figure> inputs = new ArrayList<>();
    inputs.add(new Figure("Strategy", policy.strategy()));
    policy.parameters().forEach((name, value) -> inputs.add(new Figure(name, value)));
    inputs.add(new Figure("Limits", policy.limitsText()));
    return inputs;
  }

  /**
   * Writes the report and its tables.
   *
   * @throws Failure with {@link ExitCode#USAGE} when they cannot be written
   */
  static Optional<Path> write(Backtested backtested, Path folder) {
    try {
      return Optional.of(BacktestReport.write(backtested, folder));
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, folder + " could not be written: " + FileCause.of(e));
    }
  }
}
