package ballast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.market.PricePath;
import ballast.paper.Scenario;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a walk costs in memory: nothing at a step that holds, and 48 bytes a step for the columns.
 */
class WalkCostTest {
  private static final int STEPS = 100_000;
  private static final long START_MILLIS = 1_704_067_200_000L;
  private static final Limits LIMITS =
      new Limits(false, Usdt.of(1_000_000), Usdt.of(1_000_000), Usdt.of(100), 0, 15_000);

  @Test
  void allocatesNothingAtAStepThatHolds() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count allocation");
    Backtest backtest = wideBand();
    History year = calm(STEPS);
    History day = calm(STEPS / 100);
    walk(backtest, day);
    walk(backtest, year);
    long before = threads.getCurrentThreadAllocatedBytes();
    walk(backtest, day);
    long ofDay = threads.getCurrentThreadAllocatedBytes() - before;
    walk(backtest, year);
    long ofYear = threads.getCurrentThreadAllocatedBytes() - before - ofDay;
    assertThat(ofYear - ofDay).as("bytes for %d more steps", STEPS - STEPS / 100).isLessThan(STEPS);
  }

  @Test
  void holdsAStepInAtMost48Bytes() {
    History history = calm(STEPS);
    assertThat(history.steps()).isEqualTo(STEPS + 1);
    assertThat(history.bytes()).isBetween(40L * STEPS, 48L * STEPS);
  }

  private static void walk(Backtest backtest, History history) {
    BacktestResult result = backtest.run(history);
    assertThat(result.steps()).isEqualTo(history.steps());
    assertThat(result.moves()).isEmpty();
  }

  /** Minutes at one price, so that LDUSDT earns and funding is paid and nothing needs a move. */
  private static History calm(int bars) {
    long[] times = new long[bars];
    Arrays.setAll(times, bar -> START_MILLIS + bar * 60_000L);
    long[] price = new long[bars];
    Arrays.fill(price, 42_000_00000000L);
    return History.of(
        Scenario.ofPrices(PricePath.of("calm", 60_000, times, price, price, price, price)),
        Duration.ofMinutes(1));
  }

  private static Backtest wideBand() {
    StrategyFactory band = ShippedStrategies.targetBand();
    Parameters parameters =
        Parameters.of(
            band.parameters(),
            Map.of("low", "1.2x", "low-target", "2x", "high-target", "90x", "high", "100x"));
    return Backtest.of(band, parameters, LIMITS, Execution.INSTANT);
  }
}
