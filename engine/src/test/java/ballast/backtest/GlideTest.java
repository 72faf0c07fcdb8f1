package ballast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.market.PricePath;
import ballast.paper.Scenario;
import ballast.strategy.Parameters;
import ballast.strategy.Ratio;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps are passed by the hundred; a transfer among them changes the account for the rest. */
class GlideTest {
  private static final int BARS = 1_000;
  private static final long START_MILLIS = 1_704_067_200_000L;
  private static final Limits LIMITS =
      new Limits(false, Usdt.of(1_000_000), Usdt.of(1_000_000), Usdt.of(100), 0, 15_000);

  /** 8x, a fall to 6.7x, a rise to 8.3x, and a second fall to 7.1x for whoever moved nothing. */
  private static final History TWO_FALLS = history();

  @Test
  void meetsTheBarsAfterATransferWithWhatIsLeft() {
    BacktestResult stayed = band("1.1x", "1.2x", "8.8x", "9x").run(TWO_FALLS);
    BacktestResult returned = band("1.1x", "1.2x", "1.3x", "8.2x").run(TWO_FALLS);
    assertThat(stayed.moves()).isEmpty();
    assertThat(stayed.liquidated()).isFalse();
    assertThat(returned.moves()).hasSize(1);
    assertThat(returned.liquidated()).isTrue();
    assertThat(returned.steps()).isEqualTo(301);
  }

  @Test
  void tellsTheLowestOfTheBarsAfterATransferWithWhatIsLeft() {
    BacktestResult stayed = band("1.1x", "1.2x", "8.8x", "9x").run(TWO_FALLS);
    BacktestResult returned = band("1.1x", "1.2x", "6x", "8.2x").run(TWO_FALLS);
    assertThat(stayed.lowestUniMmr()).isBetween(Ratio.parse("6.6"), Ratio.parse("6.7"));
    assertThat(returned.liquidated()).isFalse();
    assertThat(returned.lowestUniMmr()).isBetween(Ratio.parse("4.5"), Ratio.parse("4.7"));
  }

  private static History history() {
    long[] times = new long[BARS];
    Arrays.setAll(times, at -> START_MILLIS + at * 60_000L);
    long[] closes = new long[BARS];
    Arrays.fill(closes, 0, 200, 42_000_00000000L);
    Arrays.fill(closes, 200, BARS, 43_000_00000000L);
    long[] lows = closes.clone();
    lows[50] = 37_800_00000000L;
    lows[300] = 39_060_00000000L;
    return History.of(
        Scenario.ofPrices(PricePath.of("two falls", 60_000, times, closes, closes, lows, closes)),
        Duration.ofMinutes(1));
  }

  private static Backtest band(String low, String lowTarget, String highTarget, String high) {
    StrategyFactory band = ShippedStrategies.targetBand();
    Map<String, String> texts =
        Map.of("low", low, "low-target", lowTarget, "high-target", highTarget, "high", high);
    return Backtest.of(band, Parameters.of(band.parameters(), texts), LIMITS, Execution.INSTANT);
  }
}
