package ballast.strategy.contract;

import ballast.strategy.Parameters;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.StrategyFactory;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts a strategy before thousands of seeded situations and demands of each answer what the engine
 * relies on:
 *
 * <ul>
 *   <li>no exception and no overflow, up to the ends of what a long holds, with a clock that jumps,
 *       stands still or goes back;
 *   <li>equal situations, equal answers: the second time, from another instance, and with a memory
 *       read back from its text;
 *   <li>the same with funding that is foretold, where the strategy uses it;
 *   <li>an amount is positive and at most what is transferable, nothing is moved when nothing is;
 *   <li>what {@code need} asks for, {@code propose} moves when enough can be moved and counts; and
 *       from a fresh memory no move calls for its own reversal;
 *   <li>a memory is one line of text, and {@code recall} gives an equal one with the same text;
 *   <li>a hold is one and the same object when asked twice, and every reason is one line;
 *   <li>it holds where {@link #holdingWhere} says that it must.
 * </ul>
 *
 * <p>A breach is an {@link AssertionError} that names the seed and the situation, so it needs no
 * test library. Immutable.
 */
public final class StrategyContract {
  private static final long SEED = 20200312L;
  private static final int SITUATIONS = 10_000;

  private final StrategyFactory factory;
  private final Map<String, String> parameters;
  private final long seed;
  private final int situations;
  private final Optional<Predicate<Situation>> inside;

  private StrategyContract(
      StrategyFactory factory,
      Map<String, String> parameters,
      long seed,
      int situations,
      Optional<Predicate<Situation>> inside) {
    this.factory = factory;
    this.parameters = Map.copyOf(parameters);
    this.seed = seed;
    this.situations = situations;
    this.inside = inside;
  }

  /** The contract of a strategy with its example, over 10,000 situations from a fixed seed. */
  public static StrategyContract of(StrategyFactory factory) {
    return new StrategyContract(factory, factory.example(), SEED, SITUATIONS, Optional.empty());
  }

  /**
   * The same with other values.
   *
   * @param values by parameter, as configuration writes them
   */
  public StrategyContract with(Map<String, String> values) {
    return new StrategyContract(factory, values, seed, situations, inside);
  }

  /** The same from another seed. */
  public StrategyContract from(long otherSeed) {
    return new StrategyContract(factory, parameters, otherSeed, situations, inside);
  }

  /** The same over another number of situations. */
  public StrategyContract over(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("there must be at least one situation, got " + count);
    }
    return new StrategyContract(factory, parameters, seed, count, inside);
  }

  /**
   * Also demands a hold in every situation of which this is true, such as those inside the band;
   * and that a hundredth of the situations are such.
   */
  public StrategyContract holdingWhere(Predicate<Situation> calm) {
    return new StrategyContract(factory, parameters, seed, situations, Optional.of(calm));
  }

  /**
   * Walks through all situations.
   *
   * @throws AssertionError naming seed, situation and what is wrong with the answer
   * @throws IllegalArgumentException when the strategy refuses the parameters
   */
  public void check() {
    Walk walk = new Walk(factory, create(), create(), inside.orElse(any -> false), seed);
    for (int i = 0; i < situations; i++) {
      walk.step(i);
    }
    if (inside.isPresent() && walk.calm() < situations / 100) {
      throw new AssertionError(
          "only "
              + walk.calm()
              + " of "
              + situations
              + " situations are such that it must hold, seed "
              + seed);
    }
  }

  private Strategy create() {
    return factory.create(Parameters.of(factory.parameters(), parameters));
  }
}
