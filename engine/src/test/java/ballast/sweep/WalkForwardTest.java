package ballast.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ballast.backtest.Backtest;
import ballast.backtest.BacktestResult;
import ballast.backtest.Execution;
import ballast.backtest.History;
import ballast.decide.ShippedStrategies;
import ballast.paper.Scenario;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.Parameters;
import ballast.strategy.Ratio;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Choosing on one stretch and trying on the next, and pasts cut into stretches. */
class WalkForwardTest {
  private static final Scenario SCENARIO = Scenario.shipped("whipsaw-may-2021");
  private static final History PAST = History.of(SCENARIO, Duration.ofMinutes(10));
  private static final Objective OBJECTIVE = new Objective.LeastInFutures(Ratio.parse("1.5"));

  private static List<Policy> policies() {
    StrategyFactory band = ShippedStrategies.targetBand();
    return new Space(List.of(Axis.parse("low", Kind.RATIO, "2x:9x:1x")))
        .candidates(
            new Choice.Every(),
            point -> {
              Map<String, String> texts =
                  new HashMap<>(Map.of("low-target", "8.5x", "high-target", "9x", "high", "9.5x"));
              texts.putAll(point.values());
              return new Policy(
                  point,
                  Backtest.of(
                      band,
                      Parameters.of(band.parameters(), texts),
                      SCENARIO.demo().limits(),
                      Execution.INSTANT));
            })
        .accepted();
  }

  private static WalkForward walk(Windows.Kind kind) {
    return WalkForward.of(
        PAST,
        new Windows(kind, 3, 2, Ratio.parse("0.25")),
        policies(),
        List::of,
        new Search<>(OBJECTIVE.order(), 2, () -> {}));
  }

  @Test
  void anchoredWindowsGrowAndRollingOnesMove() {
    Windows anchored = new Windows(Windows.Kind.ANCHORED, 2, 2, Ratio.parse("0.2"));
    assertThat(anchored.folds(100))
        .containsExactly(
            new Windows.Fold(0, 40, 60), new Windows.Fold(0, 60, 80), new Windows.Fold(0, 80, 100));
    Windows rolling = new Windows(Windows.Kind.ROLLING, 2, 2, Ratio.parse("0.2"));
    assertThat(rolling.folds(100))
        .containsExactly(
            new Windows.Fold(0, 40, 60),
            new Windows.Fold(20, 60, 80),
            new Windows.Fold(40, 80, 100));
    assertThatIllegalArgumentException().isThrownBy(() -> rolling.folds(8));
  }

  @Test
  void aChoiceRestsOnNothingThatFollowsIt() {
    for (Windows.Kind kind : Windows.Kind.values()) {
      WalkForward walk = walk(kind);
      assertThat(walk.folds()).hasSize(3);
      for (WalkForward.Fold fold : walk.folds()) {
        assertThat(fold.chosenMillis()).isLessThan(fold.toMillis());
        assertThat(fold.toMillis()).isLessThan(walk.holdOutFromMillis());
      }
      History before = walk.rankedOn();
      assertThat(before.timeMillis(before.steps() - 1)).isLessThan(walk.holdOutFromMillis());
      assertThat(walk.ranking())
          .isEqualTo(
              new Search<Policy, Walk>(OBJECTIVE.order(), 1, () -> {})
                  .rank(
                      walk.ranking().ranked().stream().map(Ranking.Ranked::candidate).toList(),
                      List.of(Walk.on(before))));
    }
  }

  @Test
  void theHoldOutAnswersOnce() {
    HoldOut holdOut = new HoldOut(PAST.between(100, 200));
    Policy chosen = policies().get(0);
    assertThat(holdOut.of(chosen)).isEqualTo(Walk.on(PAST.between(100, 200)).of(chosen));
    assertThatIllegalStateException().isThrownBy(() -> holdOut.of(chosen));
  }

  @Test
  void aPastCutAtItsEndsIsTheSamePast() {
    History same = PAST.between(0, PAST.steps());
    assertThat(same.sha256()).isEqualTo(PAST.sha256());
    for (Policy policy : policies()) {
      assertThat(Walk.on(same).of(policy)).isEqualTo(Walk.on(PAST).of(policy));
    }
  }

  @Test
  void aStretchCountsItsOwnFundingAndInterest() {
    int middle = PAST.steps() / 2;
    Policy policy = policies().get(0);
    BacktestResult first = policy.backtest().run(PAST.between(0, middle + 1));
    BacktestResult second = policy.backtest().run(PAST.between(middle, PAST.steps()));
    assertThat(first.funding().plus(second.funding()))
        .isEqualTo(PAST.fundingPaid(PAST.steps() - 1));
    assertThat(first.interest().plus(second.interest()))
        .isEqualTo(PAST.ldusdt(PAST.steps() - 1).minus(PAST.ldusdt(0)));
  }

  @Test
  void growingSpansHoldTheWorstMomentAndEndWithTheWhole() {
    History crash = History.of(Scenario.shipped("march-2020"), Duration.ofMinutes(10));
    List<History> spans = Spans.growing(crash);
    assertThat(spans).hasSize(Spans.rounds(crash.steps())).hasSize(6);
    assertThat(spans.get(5)).isSameAs(crash);
    assertThat(spans.get(0).steps()).isEqualTo(crash.steps() / 32);
    Usdt least =
        new Usdt(IntStream.range(0, crash.steps()).mapToLong(crash::netE8).min().orElseThrow());
    for (History span : spans) {
      assertThat(IntStream.range(0, span.steps()).mapToLong(span::netE8)).contains(least.e8());
    }
  }
}
