package ballast.strategy;

import java.util.List;

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
