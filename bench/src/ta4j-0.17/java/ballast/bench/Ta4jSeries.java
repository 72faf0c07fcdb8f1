package ballast.bench;

import ballast.backtest.History;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** uniMMR as a series of ta4j 0.17, the last that runs on Java 17. */
final class Ta4jSeries {
  private Ta4jSeries() {}

  static BarSeries of(History history) {
    long held = history.collateral().value(history.opening()).e8();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < history.steps(); i++) {
      double equity = history.netE8(i) + held;
      Num uniMmr = DoubleNum.valueOf(equity / history.maintenanceE8(i));
      bars.add(
          BaseBar.builder()
              .timePeriod(Duration.ofMinutes(1))
              .endTime(Instant.ofEpochMilli(history.timeMillis(i)).atZone(ZoneOffset.UTC))
              .openPrice(uniMmr)
              .highPrice(uniMmr)
              .lowPrice(uniMmr)
              .closePrice(uniMmr)
              .volume(DoubleNum.valueOf(0))
              .build());
    }
    return new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).withBars(bars).build();
  }
}
