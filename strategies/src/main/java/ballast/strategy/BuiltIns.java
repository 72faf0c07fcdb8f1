package ballast.strategy;

import java.util.List;

/** The shipped strategies. Public because ServiceLoader asks for it; nothing else needs it. */
public final class BuiltIns implements StrategyPlugin {
  @Override
  public List<StrategyFactory> strategies() {
    return List.of(
        new TargetBand.Factory(),
        new HoldAlways.Factory(),
        new MillerOrr.Factory(),
        new FourLine.Factory(),
        new PiDeadBand.Factory(),
        new VolatilityBuffer.Factory(),
        new QuantileBuffer.Factory(),
        new ScheduledLiquidity.Factory());
  }
}
