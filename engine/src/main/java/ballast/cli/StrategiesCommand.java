package ballast.cli;

import ballast.strategy.Parameter;
import ballast.strategy.StrategyFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "strategies",
    description = "List the strategies: parameters with units and defaults, and sources.")
final class StrategiesCommand extends Subcommand {
  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  StrategiesCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Map<String, StrategyFactory> strategies = strategies();
    if (json) {
      print(
          new JsonLine()
              .with(
                  "strategies",
                  strategies.values().stream().map(StrategiesCommand::fields).toList())
              .toString());
    } else {
      strategies.values().forEach(this::describe);
    }
    return ExitCode.DONE;
  }

  private void describe(StrategyFactory strategy) {
    print(strategy.name() + ": " + strategy.summary());
    int widest =
        strategy.parameters().stream().mapToInt(each -> each.name().length()).max().orElse(0);
    for (Parameter parameter : strategy.parameters()) {
      String given =
          parameter
              .defaultText()
              .map(text -> "default " + text)
              .orElse("required, such as " + example(strategy, parameter));
      String gap = " ".repeat(widest - parameter.name().length());
      print("  " + parameter.name() + gap + "  " + parameter.description() + " (" + given + ")");
    }
    print("  source: " + strategy.source());
    print("");
  }

  private static String example(StrategyFactory strategy, Parameter parameter) {
    return strategy.example().getOrDefault(parameter.name(), parameter.kind().example());
  }

  private static Map<String, Object> fields(StrategyFactory strategy) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (Parameter parameter : strategy.parameters()) {
      parameters.add(
          Map.of(
              "name", parameter.name(),
              "kind", parameter.kind().name().toLowerCase(Locale.ROOT),
              "example", example(strategy, parameter),
              "default", parameter.defaultText().orElse(""),
              "description", parameter.description()));
    }
    return Map.of(
        "name", strategy.name(),
        "summary", strategy.summary(),
        "source", strategy.source(),
        "parameters", parameters);
  }
}
