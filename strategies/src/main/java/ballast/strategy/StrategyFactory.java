package ballast.strategy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names a strategy, documents its parameters and makes it. Stateless. */
public interface StrategyFactory {
  /** Lower case with hyphens, as configuration names it: {@code target-band}. */
  String name();

  /** What the strategy does, in one sentence. */
  String summary();

  /** The page, paper or practice that it follows. */
  String source();

  /** Every parameter it knows, in the order in which they are shown. */
  List<Parameter> parameters();

  /**
   * Values to begin with on the paper account, as guides, tests and {@code ballast strategies} show
   * them: at least one for each parameter that has no default. They fit each other, so that {@link
   * #create} takes them, and show the strategy at work. A strategy whose levels must be in order
   * gives its own.
   */
  default Map<String, String> example() {
    Map<String, String> example = new TreeMap<>();
    for (Parameter parameter : parameters()) {
      if (parameter.defaultText().isEmpty()) {
        example.put(parameter.name(), parameter.kind().example());
      }
    }
    return example;
  }

  /**
   * Makes the strategy.
   *
   * @throws IllegalArgumentException in one plain line (which parameter, what is wrong, what would
   *     be right) when values do not fit each other
   */
  Strategy create(Parameters parameters);

  /** Reads a memory back from its {@link Memory#text}. */
  default Memory recall(String text) {
    if (!text.isEmpty()) {
      throw new IllegalArgumentException(
          "strategy " + name() + " keeps no memory, got " + Quotation.of(text));
    }
    return Memory.NONE;
  }
}
