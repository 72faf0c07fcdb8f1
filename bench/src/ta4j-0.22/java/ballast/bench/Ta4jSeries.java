package ballast.bench;

import ballast.backtest.History;
import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNumFactory;

/** uniMMR as a series of ta4j 0.22. */
final class Ta4jSeries {
  private Ta4jSeries() {}

  static BarSeries of(History history) {
    long held = history.collateral().value(history.opening()).e8();
    BarSeries series =
        new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
    for (int i = 0; i < history.steps(); i++) {
      double uniMmr = (double) (history.netE8(i) + held) / history.maintenanceE8(i);
      series
          .barBuilder()
          .timePeriod(Duration.ofMinutes(1))
          .endTime(Instant.ofEpochMilli(history.timeMillis(i)))
          .openPrice(uniMmr)
          .highPrice(uniMmr)
          .lowPrice(uniMmr)
          .closePrice(uniMmr)
          .volume(0)
          .add();
    }
    return series;
  }
}
