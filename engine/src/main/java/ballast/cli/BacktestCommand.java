package ballast.cli;

import ballast.backtest.History;
import ballast.backtest.JournalHistory;
import ballast.journal.Journal;
import ballast.paper.Scenario;
import ballast.report.Backtested;
import ballast.report.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "backtest",
    description = {
      "What a policy would have done on recorded or reconstructed prices, or on an account's own"
          + " recorded past, by the code that runs live.",
      "Always shows the account left alone beside it."
    })
final class BacktestCommand extends Subcommand {
  @Mixin PolicyOptions policy = new PolicyOptions();
  @Mixin MarketOptions market = new MarketOptions();
  @Mixin PastOptions past = new PastOptions();
  @Mixin ExecutionOptions execution = new ExecutionOptions();

  @Option(
      names = "--compare",
      arity = "2",
      paramLabel = "POLICY",
      description =
          "Two policies side by side, each NAME, NAME:low=5x,high=16x or a configuration FILE.yml;"
              + " what is not named stays as without this option.")
  List<String> compare = List.of();

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
    past.requireAlone(market);
    return past.fromJournal
        ? session.journals().with(past.place(this, policy), this::onJournal)
        : onPrices();
  }

  private int onPrices() {
    Scenario scenario = market.scenario(session.terminal());
    PolicyOptions.Tried standard =
        new PolicyOptions.Tried(
            scenario.demo().strategy(), scenario.demo().parameters(), scenario.demo().limits());
    return tell(
        trial(market.history(scenario), policies(standard)),
        scenario.title(),
        out == null ? List.of() : sources(scenario),
        notes(scenario));
  }

  private int onJournal(Journal journal) {
    journal.flush();
    String account = PastOptions.account(journal.reader(), policy.account);
    JournalHistory.Read read = PastOptions.read(journal.reader(), account, past.span());
    return tell(
        trial(read.history(), policies(PastOptions.recorded(read))),
        read.history().source(),
        Stream.concat(PastOptions.sources(journal.reader(), account).stream(), execution().stream())
            .toList(),
        PastOptions.notes(read));
  }

  private Trial trial(History history, List<PolicyOptions.Tried> policies) {
    return new Trial(session, strategies(), execution.execution(), history, policies);
  }

  private int tell(Trial trial, String title, List<Figure> sources, List<String> notes) {
    Backtested backtested = trial.run(title, sources, notes);
    Optional<Path> page =
        out == null ? Optional.empty() : Trial.write(backtested, session.terminal().path(out));
    Tested tested = new Tested(backtested, trial.seconds(), page);
    if (json) {
      print(tested.json().toString());
    } else {
      tested.text().forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private List<PolicyOptions.Tried> policies(PolicyOptions.Tried standard) {
    if (compare.isEmpty()) {
      return List.of(policy.tried(this, standard));
    }
    if (compare.size() != 2 || !policy.isBare()) {
      throw new Failure(
          ExitCode.USAGE,
          "--compare names both policies itself: give it once, and without --strategy and --set");
    }
    return compare.stream().map(text -> policy.named(text, this, standard)).toList();
  }

  private List<Figure> sources(Scenario scenario) {
    List<Figure> sources = new ArrayList<>(market.inputs(scenario, session.terminal()));
    sources.add(new Figure("A tick decides every", market.every(scenario).toSeconds() + " s"));
    sources.addAll(execution());
    return sources;
  }

  private List<Figure> execution() {
    return List.of(
        new Figure("Transfers", execution.text()),
        new Figure("Seed", Long.toString(execution.seed)));
  }

  private static List<String> notes(Scenario scenario) {
    return scenario.reconstructed()
        ? List.of("The path is reconstructed between public figures; no recording.")
        : List.of();
  }
}
