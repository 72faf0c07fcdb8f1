package ballast.backtest;

import ballast.decide.Decider;
import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Standing;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import java.util.Optional;

/**
 * One walk of a decider along a history. {@link Glide} passes the steps at which nothing is wanted;
 * whatever else there is to decide goes the live way, through {@link Decider#decide}. Mutable, for
 * one thread and one walk.
 */
final class Pass {
  private final History history;
  private final Decider decider;
  private final boolean usesFunding;
  private final Account account;
  private final Margins margins;
  private final Glide glide;
  private final AskBudget budget = new AskBudget();
  private final Counts counts = new Counts();
  private final Execution execution;

  /**
   * @param low the uniMMR below which time is counted
   */
  Pass(History history, Decider decider, Memory opening, Execution execution, double low) {
    this.history = history;
    this.decider = decider;
    this.usesFunding = decider.usesFunding();
    this.execution = execution;
    this.account = new Account(history, execution);
    this.margins =
        new Margins(history.netE8(0) + account.collateralValue(), history.maintenanceE8(0), low);
    this.glide = new Glide(history, decider, margins, opening);
  }

  /** Walks to the end, or to liquidation. */
  BacktestResult walk() {
    boolean wanted = glide.on(account);
    while (wanted) {
      account.land(glide.step());
      decide(glide.step());
      account.letOthersMove(glide.step());
      glide.pass();
      wanted = glide.on(account);
    }
    return new BacktestResult(
        history,
        glide.step(),
        glide.liquidated(),
        margins,
        counts,
        new BacktestResult.Course(account.moves(), account.held(), execution.latency().isZero()));
  }

  /** The live way of one tick: what is asked, what is answered, what is decided, what is sent. */
  private void decide(int step) {
    long equity = history.netE8(step) + account.collateralValue();
    long margin = history.maintenanceE8(step);
    margins.count(history, step, (double) equity / margin);
    Situation.Recorded situation =
        new Situation.Recorded(
            history.timeMillis(step),
            equity,
            margin,
            account.inFutures().e8(),
            account.lastMoveMillis(),
            usesFunding ? history.expectedFundingE8(step) : Situation.UNKNOWN,
            usesFunding ? history.expectedFundingMillis(step) : Situation.NEVER,
            glide.memory());
    Standing standing = account.standing(step, equity, margin);
    Optional<Direction> asks = decider.asks(situation, standing);
    if (asks.isPresent() && !budget.grants(situation.nowMillis())) {
      counts.skipped();
      return;
    }
    Optional<Transferable> transferable =
        asks.map(way -> account.transferable(way, step, equity, margin));
    Decision decision = decider.decide(new Facts(situation, standing, transferable));
    glide.remember(decision.memory());
    counts.decided(decision, asks.isPresent());
    if (decision.kind() == Decision.Kind.MOVE) {
      account.send(step, decision);
    }
  }
}
