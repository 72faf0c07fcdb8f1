package ballast.cli;

import ballast.binance.WeightBudget;
import ballast.config.AccountConfig;
import ballast.config.Config;
import ballast.journal.Journal;
import ballast.market.MarketFileException;
import ballast.market.MarketFiles;
import ballast.paper.Scenario;
import ballast.stress.AccountState;
import ballast.stress.Stress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "stress",
    description = {
      "Take each account's policy from its present state through every shipped scenario:",
      "survived or not, lowest uniMMR, whether doing nothing had been better or it swings, and the",
      "smallest change of its levels that passes. Moves nothing. Exit code 1 where a policy fails."
    })
final class StressCommand extends Subcommand {
  @Mixin ConfigOption configuration = new ConfigOption();

  @Option(names = "--account", paramLabel = "ID", description = "One account (default: all).")
  @Nullable String account;

  @Mixin StateOptions state = new StateOptions();

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "Recorded prices to go through as well: open_time_ms,open,high,low,close,volume.")
  @Nullable Path data;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  StressCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Optional<AccountState> assumed = state.state();
    state.maintenanceRate();
    Config config =
        assumed.isPresent()
            ? configReader().readWithoutSecrets(session.terminal().path(configuration.file))
            : config(configuration.file);
    Map<String, AccountState> states = new LinkedHashMap<>();
    assumed.ifPresent(given -> config.accounts().forEach(each -> states.put(each.id(), given)));
    if (assumed.isEmpty()) {
      for (Wiring.Post post : session.wiring().posts(config, WeightBudget.Ban.NONE)) {
        PresentState.read(post.venue()).ifPresent(read -> states.put(post.account().id(), read));
      }
    }
    return accounts(config).stream().allMatch(each -> states.containsKey(each.id()))
        ? stress(config, states)
        : recorded(config, states);
  }

  private int recorded(Config config, Map<String, AccountState> read) {
    JournalPlace place = JournalOptions.of(config);
    if (!JournalOptions.exists(place)) {
      throw unknown("the exchange does not answer and there is no journal in " + place);
    }
    return session
        .journals()
        .with(
            place,
            journal -> {
              Map<String, AccountState> states = new LinkedHashMap<>(read);
              for (AccountConfig each : accounts(config)) {
                states.computeIfAbsent(each.id(), id -> recorded(journal, id));
              }
              return stress(config, states);
            });
  }

  private AccountState recorded(Journal journal, String id) {
    journal.flush();
    AccountState last =
        PresentState.recorded(journal, id)
            .orElseThrow(
                () -> unknown("the exchange does not answer and the journal knows no " + id));
    note("account " + id + ": the exchange does not answer; taken from the last decision recorded");
    return last;
  }

  private static Failure unknown(String why) {
    return new Failure(
        ExitCode.VENUE, why + "; give --assume equity=… maintenance=… ldusdt=… earn=…");
  }

  private int stress(Config config, Map<String, AccountState> states) {
    List<Scenario> scenarios = scenarios();
    List<Stressed> stressed = new ArrayList<>();
    for (AccountConfig each : accounts(config)) {
      AccountState from = states.get(each.id());
      if (from != null) {
        stressed.add(Stressed.of(each, from, state.maintenanceRate(), scenarios, strategies()));
      }
    }
    if (json) {
      print(StressText.json(stressed).toString());
    } else {
      stressed.forEach(one -> StressText.lines(one).forEach(this::print));
    }
    return stressed.stream().allMatch(Stressed::isPassed) ? ExitCode.DONE : ExitCode.FOUND;
  }

  private List<AccountConfig> accounts(Config config) {
    List<AccountConfig> chosen =
        config.accounts().stream()
            .filter(each -> account == null || each.id().equals(account))
            .toList();
    if (chosen.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "the configuration has no account " + account);
    }
    return chosen;
  }

  private List<Scenario> scenarios() {
    List<Scenario> scenarios = new ArrayList<>(Stress.shipped());
    if (data != null) {
      try {
        scenarios.add(Scenario.ofPrices(MarketFiles.prices(session.terminal().path(data), false)));
      } catch (MarketFileException e) {
        throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
      }
    }
    return scenarios;
  }
}
