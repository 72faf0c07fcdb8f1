package ballast.strategy;

/**
 * What a strategy carries from one tick to the next, such as a volatility estimate. Implementations
 * are immutable records; their text is journaled with every decision, so that any single decision
 * can be taken again on its own.
 */
public interface Memory {
  /** Of a strategy that remembers nothing, and of any strategy before its first tick. */
  Memory NONE = new Nothing();

  /**
   * The whole memory as one line that {@link StrategyFactory#recall} reads back; empty for {@link
   * #NONE}.
   */
  String text();

  /** No memory. */
  record Nothing() implements Memory {
    @Override
    public String text() {
      return "";
    }
  }
}
