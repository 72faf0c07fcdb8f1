package ballast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.decide.ShippedStrategies;
import ballast.paper.Scenario;
import ballast.strategy.Parameters;
import ballast.strategy.Ratio;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a result, taken again, add up to the result. */
class TraceTest {
  private static final StrategyFactory BAND = ShippedStrategies.targetBand();

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1M", "PT25M"})
  void addsUpToTheResult(Duration latency) {
    Scenario scenario = Scenario.shipped("march-2020");
    BacktestResult result =
        Backtest.of(
                BAND,
                Parameters.of(BAND.parameters(), scenario.demo().parameters()),
                scenario.demo().limits(),
                new Execution(latency, Ratio.ZERO, Ratio.ZERO, 1))
            .run(History.of(scenario, scenario.tick()));
    assertThat(result.liquidated()).isFalse();
    Usdt held = result.history().opening();
    for (Move move : result.moves()) {
      held = held.plus(move.intoFutures());
    }
    Trace trace = result.trace();
    Ratio lowest = new Ratio(Long.MAX_VALUE);
    int steps = 0;
    double sum = 0;
    while (trace.next()) {
      steps++;
      sum += trace.uniMmr().e8() / 1e8;
      lowest = trace.lowestUniMmr().compareTo(lowest) < 0 ? trace.lowestUniMmr() : lowest;
    }
    assertThat(result.moves()).isNotEmpty();
    assertThat(steps).isEqualTo(result.steps());
    assertThat(result.meanUniMmr()).isCloseTo(sum / steps, within(1e-8));
    assertThat(lowest).isEqualTo(result.lowestUniMmr());
    assertThat(trace.inFutures()).isEqualTo(held);
    assertThat(trace.inFutures().plus(trace.inEarn()))
        .isEqualTo(result.history().ldusdt(steps - 1));
    assertThat(trace.interest()).isEqualTo(result.interest());
    assertThat(trace.fundingPaid()).isEqualTo(result.funding());
  }
}
