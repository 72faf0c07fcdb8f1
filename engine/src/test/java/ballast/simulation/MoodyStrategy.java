package ballast.simulation;

import ballast.strategy.Need;
import ballast.strategy.Proposal;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.Transferable;

/** Changes its mind with every question: nothing recorded explains it. */
final class MoodyStrategy implements Strategy {
  private final Strategy sober = Setup.strategy();
  private int asked;

  @Override
  public Need need(Situation situation) {
    return sober.need(situation);
  }

  @Override
  public Proposal propose(Situation situation, Transferable transferable) {
    asked++;
    Proposal proposal = sober.propose(situation, transferable);
    return proposal instanceof Proposal.Move move && asked % 2 == 0
        ? new Proposal.Move(move.amount(), move.reason() + ", the " + asked + "th time")
        : proposal;
  }
}
