package ballast.decide;

import ballast.strategy.BuiltIns;
import ballast.strategy.Parameters;
import ballast.strategy.Strategy;
import ballast.strategy.StrategyFactory;
import java.util.Collections;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** The strategies that Ballast ships, by the names that a configuration gives them. */
public final class ShippedStrategies {
  private static final Map<String, StrategyFactory> BY_NAME = read();

  private ShippedStrategies() {}

  private static Map<String, StrategyFactory> read() {
    Map<String, StrategyFactory> found = new TreeMap<>();
    new BuiltIns().strategies().forEach(factory -> found.put(factory.name(), factory));
    return Collections.unmodifiableMap(found);
  }

  public static Map<String, StrategyFactory> byName() {
    return BY_NAME;
  }

  /**
   * @throws NoSuchElementException when none has this name
   */
  public static StrategyFactory named(String name) {
    return Optional.ofNullable(BY_NAME.get(name)).orElseThrow();
  }

  public static StrategyFactory targetBand() {
    return named("target-band");
  }

  /** A strategy with these parameters. */
  public static Strategy made(String name, Map<String, String> texts) {
    StrategyFactory factory = named(name);
    return factory.create(Parameters.of(factory.parameters(), texts));
  }
}
