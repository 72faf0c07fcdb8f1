package ballast.cli;

import ballast.backtest.Backtest;
import ballast.backtest.BacktestResult;
import ballast.backtest.History;
import ballast.paper.Scenario;
import ballast.report.BacktestReport;
import ballast.report.Backtested;
import ballast.report.Figure;
import ballast.report.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "backtest",
    description = {
      "What a policy would have done on recorded or reconstructed prices, by the code that runs live.",
      "Always shows the account left alone beside it."
    })
final class BacktestCommand extends Subcommand {
  @Mixin PolicyOptions policy = new PolicyOptions();
  @Mixin MarketOptions market = new MarketOptions();
  @Mixin ExecutionOptions execution = new ExecutionOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write report.html (one file, opens offline), curve.csv and transfers.csv.")
  @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  BacktestCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Scenario scenario = market.scenario(session.terminal());
    PolicyOptions.Tried tried =
        policy.tried(
            this,
            new PolicyOptions.Tried(
                scenario.demo().strategy(),
                scenario.demo().parameters(),
                scenario.demo().limits()));
    History history = market.history(scenario);
    long begun = session.wiring().nanoTime().getAsLong();
    Backtest backtest = tried.backtest(strategies(), execution.execution());
    BacktestResult with = backtest.run(history);
    double seconds = (session.wiring().nanoTime().getAsLong() - begun) / 1e9;
    BacktestResult without =
        tried
            .leftAlone()
            .backtest(strategies(), execution.execution())
            .countingBelow(backtest.low())
            .run(history);
    Backtested backtested =
        new Backtested(
            scenario.title(),
            Scores.span(history),
            List.of(new Backtested.Tried(tried.strategy(), tried.parameters(), with)),
            without,
            out == null ? List.of() : inputs(scenario, tried),
            notes(scenario));
    Tested tested = new Tested(backtested, seconds, written(backtested));
    if (json) {
      print(tested.json().toString());
    } else {
      tested.text().forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private Optional<Path> written(Backtested backtested) {
    if (out == null) {
      return Optional.empty();
    }
    Path folder = session.terminal().path(out);
    try {
      return Optional.of(BacktestReport.write(backtested, folder));
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, folder + " could not be written: " + e.getMessage());
    }
  }

  private List<Figure> inputs(Scenario scenario, PolicyOptions.Tried tried) {
    List<Figure> inputs = new ArrayList<>();
    inputs.add(new Figure("Strategy", tried.strategy()));
    tried.parameters().forEach((name, value) -> inputs.add(new Figure(name, value)));
    inputs.add(new Figure("Limits", tried.limitsText()));
    inputs.addAll(market.inputs(scenario, session.terminal()));
    inputs.add(new Figure("A tick decides every", market.every(scenario).toSeconds() + " s"));
    inputs.add(new Figure("Transfers", execution.text()));
    inputs.add(new Figure("Seed", Long.toString(execution.seed)));
    inputs.add(new Figure("Ballast", session.wiring().version()));
    return inputs;
  }

  private static List<String> notes(Scenario scenario) {
    return scenario.reconstructed()
        ? List.of("The path is reconstructed between public figures; no recording.")
        : List.of();
  }
}
