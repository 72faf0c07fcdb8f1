package ballast.bench;

import ballast.backtest.History;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/**
 * ta4j with its threshold rules at the same trigger levels, on the uniMMR that the account has when
 * nothing is moved, in its lean number type. It enters below the one level and exits above the
 * other; it has no amounts to work out, no guard, no bars' extremes and no statistics.
 */
final class Ta4j implements Walk {
  private final BarSeriesManager manager;
  private final Strategy strategy;

  Ta4j(History history) {
    BarSeries uniMmr = Ta4jSeries.of(history);
    ClosePriceIndicator close = new ClosePriceIndicator(uniMmr);
    this.manager = new BarSeriesManager(uniMmr);
    this.strategy =
        new BaseStrategy(
            new UnderIndicatorRule(close, Band.LOW), new OverIndicatorRule(close, Band.HIGH));
  }

  @Override
  public long walk() {
    return manager.run(strategy).getPositionCount();
  }
}
