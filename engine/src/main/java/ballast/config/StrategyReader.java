package ballast.config;

import ballast.config.Node.Scalar;
import ballast.strategy.Parameter;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads which strategy an account follows, and has the strategy itself judge its parameters. */
record StrategyReader(Map<String, StrategyFactory> strategies) {
  StrategyReader {
    strategies = Map.copyOf(strategies);
  }

  /** The parameters with defaults filled in, as text. */
  SortedMap<String, String> parameters(Section account) {
    StrategyFactory factory = factory(account);
    SortedMap<String, String> given = new TreeMap<>();
    Map<String, Node> settings = account.settings("parameters");
    settings.forEach((name, node) -> given.put(name, known(factory, name, node)));
    try {
      Parameters parameters = Parameters.of(factory.parameters(), given);
      factory.create(parameters);
      return parameters.texts();
    } catch (IllegalArgumentException e) {
      throw refused(account, settings, String.valueOf(e.getMessage()));
    }
  }

  private StrategyFactory factory(Section account) {
    String name = account.text("strategy");
    StrategyFactory factory = strategies.get(name);
    if (factory == null) {
      List<String> known = strategies.keySet().stream().sorted().toList();
      throw account
          .place("strategy")
          .wrong(
              "unknown strategy "
                  + Plain.quoted(name)
                  + (known.isEmpty() ? "" : "; did you mean " + NearestName.of(name, known) + "?")
                  + " Known: "
                  + String.join(", ", known));
    }
    return factory;
  }

  private static String known(StrategyFactory factory, String name, Node node) {
    Scalar scalar = (Scalar) node;
    Quantities.check(scalar, declared(factory, name, node.place()).kind());
    return scalar.text();
  }

  private static Parameter declared(StrategyFactory factory, String name, Place place) {
    List<String> names = factory.parameters().stream().map(Parameter::name).toList();
    if (names.isEmpty()) {
      throw place.wrong("the strategy " + factory.name() + " takes no parameters; remove this one");
    }
    return factory.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                place.wrong(
                    "unknown parameter; did you mean "
                        + NearestName.of(name, names)
                        + "? The strategy "
                        + factory.name()
                        + " knows "
                        + String.join(", ", names)));
  }

  /** A strategy names the parameter first in its message; its place is then the better one. */
  private static ConfigException refused(
      Section account, Map<String, Node> settings, String message) {
    return settings.entrySet().stream()
        .filter(entry -> message.startsWith(entry.getKey() + ": "))
        .findFirst()
        .map(
            entry -> entry.getValue().place().wrong(message.substring(entry.getKey().length() + 2)))
        .orElseGet(() -> account.place("parameters").wrong(message));
  }
}
