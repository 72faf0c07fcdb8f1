package ballast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.ShippedStrategies;
import ballast.market.MarketFiles;
import ballast.market.PricePath;
import ballast.market.RecordedData;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Losses of 15 minutes worse than {@code quantile-buffer} held room for, on recorded prices: as
 * many as promised, by Kupiec's test at 5 %, whose region for this many windows is given.
 */
class QuantileBufferOnRecordedPricesTest {
  private static final long MARGIN = 10_000_000_000_000L;
  private static final long LIQUIDATION = 10_500_000_000_000L;

  /** A position of fifty maintenance margins, as a maintenance margin rate of 2 % makes it. */
  private static final double LEVERAGE = 50;

  private static final int SAMPLE = 500;

  @ParameterizedTest
  @CsvSource({
    "btcusdt_spot_1m_2026-04.csv, 15, 1, 2379, 15, 33",
    "btcusdt_spot_1m_2026-04.csv, 15, -1, 2379, 15, 33",
    "btcusdt_perp_5m_2025-01_2025-07.csv, 3, 1, 19947, 173, 227",
    "btcusdt_perp_5m_2025-01_2025-07.csv, 3, -1, 19947, 173, 227",
  })
  void isExceededAsOftenAsPromised(
      String file, int bars, int side, int windows, int least, int most) {
    PricePath prices = MarketFiles.prices(RecordedData.file(file), false);
    Strategy strategy = strategy();
    Memory memory = Memory.NONE;
    long equity = 100 * MARGIN;
    int seen = 0;
    int exceeded = 0;
    for (int bar = 0; bar < prices.bars(); bar += bars) {
      if (bar > 0) {
        double move = (double) prices.closeE8(bar) / prices.closeE8(bar - bars) - 1;
        long loss = Math.round(-side * move * LEVERAGE * MARGIN);
        if (bar / bars > SAMPLE) {
          seen++;
          exceeded += holdsRoomFor(strategy, loss, memory) ? 0 : 1;
        }
        equity -= loss;
      }
      memory = strategy.remember(at(prices.endTime(bar), equity, memory));
    }
    assertThat(seen).isEqualTo(windows);
    assertThat(exceeded).isBetween(least, most);
  }

  /** An account that stands so far above liquidation is told to get more. */
  private static boolean holdsRoomFor(Strategy strategy, long loss, Memory memory) {
    Situation situation = at(0, LIQUIDATION + loss, memory);
    return strategy.need(situation) == Direction.EARN_TO_FUTURE;
  }

  private static Situation at(long millis, long equity, Memory memory) {
    return new Situation.Recorded(millis, equity, MARGIN, 0, Situation.NEVER, memory);
  }

  private static Strategy strategy() {
    return ShippedStrategies.made(
        "quantile-buffer", Map.of("floor", "1.05000001x", "ceiling", "900x", "stress", "1x"));
  }
}
