package ballast.cli;

import ballast.binance.WeightBudget;
import ballast.config.AccountConfig;
import ballast.config.Config;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.StrategyFactory;
import ballast.venue.Reading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = {
      "Check configuration, secrets, clock, connection, key permissions and rate budget.",
      "Moves nothing. Shows what the strategy's levels mean in money."
    })
final class CheckCommand extends Subcommand {
  @Mixin ConfigOption configuration = new ConfigOption();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  CheckCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Config config = config(configuration.file);
    List<Wiring.Post> posts = session.wiring().posts(config, WeightBudget.Ban.NONE);
    Checks checks = Checks.of(config, posts);
    if (json) {
      print(
          fields(config, checks)
              .with("alerts", alerts(config))
              .with(
                  "stress",
                  Stressed.all(posts, strategies()).stream().map(StressText::fields).toList())
              .toString());
    } else {
      describe(config, checks, posts);
    }
    return checks.passed() ? ExitCode.DONE : ExitCode.VENUE;
  }

  private void describe(Config config, Checks checks, List<Wiring.Post> posts) {
    print(
        "configuration: ok, mode "
            + config.mode().text()
            + ", exchange "
            + config.exchange().rest());
    config.warnings().forEach(warning -> print("warning: " + warning));
    for (Checks.Finding finding : checks.findings()) {
      print(
          finding.account()
              + ": "
              + finding.name()
              + ": "
              + (finding.passed() ? "ok" : "FAILED")
              + ": "
              + finding.line());
    }
    Map<String, StrategyFactory> strategies = strategies();
    for (Wiring.Post post : posts) {
      AccountConfig account = post.account();
      StrategyFactory strategy = Objects.requireNonNull(strategies.get(account.strategy()));
      if (post.venue().account() instanceof Reading.Got<AccountSnapshot> got) {
        BandExample.lines(account, strategy, got.value())
            .forEach(line -> print(account.id() + ": " + line));
      }
    }
    for (Stressed stressed : Stressed.all(posts, strategies)) {
      StressText.brief(stressed).forEach(line -> print(stressed.account().id() + ": " + line));
    }
    posts.stream().findFirst().ifPresent(post -> Weights.lines(post.budget()).forEach(this::print));
    alerts(config).forEach(line -> print("alerts: " + line));
    print(checks.passed() ? "all checks passed" : "some checks failed: no live start");
  }

  private List<String> alerts(Config config) {
    if (config.alerts().channels().isEmpty()) {
      return List.of(
          "nobody is told when something is wrong; docs/configuration.md says how to change that");
    }
    return session.wiring().channels(config.alerts()).stream()
        .map(channel -> channel.name() + ": " + channel.describe())
        .toList();
  }

  private static JsonLine fields(Config config, Checks checks) {
    return new JsonLine()
        .with("mode", config.mode().text())
        .with("passed", checks.passed())
        .with("warnings", config.warnings())
        .with(
            "checks",
            checks.findings().stream()
                .map(
                    finding ->
                        new JsonLine()
                            .with("account", finding.account())
                            .with("check", finding.name())
                            .with("ok", finding.passed())
                            .with("detail", finding.line())
                            .fields())
                .toList());
  }
}
