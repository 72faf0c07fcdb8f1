package ballast.cli;

import ballast.backtest.BacktestResult;
import ballast.backtest.History;
import ballast.paper.Scenario;
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
    BacktestResult with = tried.backtest(strategies(), execution.execution()).run(history);
    double seconds = (session.wiring().nanoTime().getAsLong() - begun) / 1e9;
    BacktestResult without =
        tried.leftAlone().backtest(strategies(), execution.execution()).run(history);
    Tested tested = new Tested(tried, with, without, seconds);
    if (json) {
      print(tested.json().toString());
    } else {
      tested.text().forEach(this::print);
    }
    return ExitCode.DONE;
  }
}
