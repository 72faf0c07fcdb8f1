package ballast.strategy;

import java.time.Duration;
import java.util.function.Function;

/**
 * A {@link SurplusBand} whose levels follow the flows: the deviation is estimated as the account
 * goes, and each decision takes the levels that the one before it left in the memory.
 *
 * @param floor uniMMR at which there is no surplus
 * @param start the daily deviation to begin with, USD
 * @param halfLife after which a change weighs half
 * @param levels the best levels for a daily deviation; pure
 */
record EstimatedBand(Ratio floor, Usdt start, Duration halfLife, Function<Usdt, SurplusBand> levels)
    implements Strategy {
  @Override
  public Memory remember(Situation situation) {
    return FlowDeviation.seen(situation, floor, start, halfLife);
  }

  @Override
  public Need need(Situation situation) {
    return band(situation).need(situation);
  }

  @Override
  public Proposal propose(Situation situation, Transferable transferable) {
    return band(situation).propose(situation, transferable);
  }

  private SurplusBand band(Situation situation) {
    return levels.apply(situation.memory() instanceof FlowDeviation seen ? seen.daily() : start);
  }
}
