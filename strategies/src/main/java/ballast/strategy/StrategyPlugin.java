package ballast.strategy;

import java.util.List;

/**
 * What a jar with strategies offers to {@link java.util.ServiceLoader}: a public class with a
 * public constructor, named in {@code META-INF/services/ballast.strategy.StrategyPlugin}. The
 * strategies themselves can stay package-private.
 */
public interface StrategyPlugin {
  List<StrategyFactory> strategies();
}
