package ballast.sweep;

import ballast.backtest.BacktestResult;
import ballast.backtest.History;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.OptionalLong;

/**
 * The figures of one backtest, few enough to keep a million of them.
 *
 * @param steps that were decided
 * @param spanMillis from the first step to the last of the history
 * @param liquidatedBy when the exchange took the account, epoch milliseconds
 * @param lowest uniMMR, at the bars' adverse extremes
 * @param meanUniMmr of the steps, a statistic
 * @param meanInFutures LDUSDT in Futures on average
 * @param transfers executed
 * @param toFutures LDUSDT moved into Futures
 * @param toEarn LDUSDT moved back
 * @param millisBelow time with uniMMR below the strategy's low
 */
public record Walk(
    int steps,
    long spanMillis,
    OptionalLong liquidatedBy,
    Ratio lowest,
    double meanUniMmr,
    Usdt meanInFutures,
    int transfers,
    Usdt toFutures,
    Usdt toEarn,
    long millisBelow) {
  /** The figures of a backtest that has ended. */
  public static Walk of(BacktestResult result) {
    History history = result.history();
    return new Walk(
        result.steps(),
        history.timeMillis(history.steps() - 1) - history.timeMillis(0),
        result.liquidatedBy(),
        result.lowestUniMmr(),
        result.meanUniMmr(),
        result.meanInFutures(),
        result.transfers(),
        result.moved(Direction.EARN_TO_FUTURE),
        result.moved(Direction.FUTURE_TO_EARN),
        result.millisBelow());
  }

  /** Trying policies on this past; each starts with what the account had in Futures. */
  public static Trial<Policy, Walk> on(History history) {
    return policy -> of(policy.backtest().run(history));
  }
}
