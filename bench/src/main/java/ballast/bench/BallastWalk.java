package ballast.bench;

import ballast.backtest.Backtest;
import ballast.backtest.Execution;
import ballast.backtest.History;
import ballast.decide.Limits;
import ballast.strategy.BuiltIns;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import java.util.Map;

/** Ballast's own backtest, as the command line runs it: strategy, guard, bars, metrics and all. */
final class BallastWalk implements Walk {
  private static final Limits LIMITS =
      new Limits(false, Usdt.of(1_000_000), Usdt.of(10_000_000), Usdt.of(100), 60_000, 15_000);

  private final Backtest backtest;
  private final History history;

  private BallastWalk(Backtest backtest, History history) {
    this.backtest = backtest;
    this.history = history;
  }

  /** The shipped strategy {@code target-band}. */
  static BallastWalk targetBand(History history) {
    return shipped(
        "target-band",
        Map.of(
            "low", Band.LOW + "x",
            "low-target", Band.LOW_TARGET + "x",
            "high-target", Band.HIGH_TARGET + "x",
            "high", Band.HIGH + "x"),
        history);
  }

  /** The shipped strategy {@code volatility-buffer}, which keeps an exponential average. */
  static BallastWalk ewma(History history) {
    return shipped("volatility-buffer", Map.of("floor", "6x", "ceiling", "9x"), history);
  }

  private static BallastWalk shipped(String name, Map<String, String> texts, History history) {
    StrategyFactory factory =
        new BuiltIns()
            .strategies().stream().filter(it -> it.name().equals(name)).findAny().orElseThrow();
    return new BallastWalk(
        Backtest.of(factory, Parameters.of(factory.parameters(), texts), LIMITS, Execution.INSTANT),
        history);
  }

  @Override
  public long walk() {
    return backtest.run(history).transfers();
  }
}
