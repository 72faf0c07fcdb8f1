package ballast.backtest;

import ballast.decide.Decider;
import ballast.decide.Limits;
import ballast.margin.PortfolioMargin;
import ballast.strategy.Memory;
import ballast.strategy.Parameters;
import ballast.strategy.Ratio;
import ballast.strategy.Strategy;
import ballast.strategy.StrategyFactory;

/**
 * One policy to be tried on histories. Immutable, safe for several threads; every run is a walk of
 * its own and gives the same result.
 *
 * <p>A step decides on what is known at its time and is executed then or later, never earlier; bars
 * complete and may liquidate the account before the next step decides. Once liquidated it stays so.
 */
public final class Backtest {
  private final Decider decider;
  private final Memory opening;
  private final Execution execution;
  private final Ratio low;

  private Backtest(Decider decider, Memory opening, Execution execution, Ratio low) {
    this.decider = decider;
    this.opening = opening;
    this.execution = execution;
    this.low = low;
  }

  /**
   * @param low the uniMMR below which time is counted, such as the strategy's own trigger
   */
  public static Backtest of(
      Strategy strategy, Memory opening, Limits limits, Execution execution, Ratio low) {
    return new Backtest(new Decider(strategy, limits), opening, execution, low);
  }

  /**
   * A shipped or plugged-in strategy with its parameters; time is counted below its parameter
   * {@code low} where it has one, else below 1.5, where the exchange calls for margin.
   *
   * @throws IllegalArgumentException in one plain line when the strategy refuses its parameters
   */
  public static Backtest of(
      StrategyFactory factory, Parameters parameters, Limits limits, Execution execution) {
    return of(
        factory.create(parameters),
        factory.recall(""),
        limits,
        execution,
        parameters.texts().containsKey("low")
            ? parameters.ratio("low")
            : PortfolioMargin.MARGIN_CALL);
  }

  /** The uniMMR below which time is counted. */
  public Ratio low() {
    return low;
  }

  /** The same policy with time counted below another uniMMR. */
  public Backtest countingBelow(Ratio other) {
    return new Backtest(decider, opening, execution, other);
  }

  /** Walks the whole history, or to liquidation. */
  public BacktestResult run(History history) {
    return new Pass(history, decider, opening, execution, low.e8() / 1e8).walk();
  }
}
