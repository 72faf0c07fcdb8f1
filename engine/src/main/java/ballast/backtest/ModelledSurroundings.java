package ballast.backtest;

import ballast.margin.PortfolioMargin;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.Optional;
import java.util.Set;

/**
 * By the paper exchange's model; nobody pauses and nobody else moves.
 *
 * @param collateral what LDUSDT counts for
 * @param ldusdt in both wallets
 */
record ModelledSurroundings(Collateral collateral, Ledger ldusdt) implements Surroundings {
  private static final Opening FRESH = new Opening(Situation.NEVER, Usdt.ZERO, 0);

  @Override
  public Opening opening() {
    return FRESH;
  }

  @Override
  public AccountStatus status(Moment at) {
    return PortfolioMargin.status(at.equity(), at.margin());
  }

  @Override
  public Set<Direction> paused(int step) {
    return Set.of();
  }

  @Override
  public Transferable transferable(Direction direction, Moment at) {
    return new Transferable(
        direction,
        direction == Direction.EARN_TO_FUTURE
            ? new Usdt(ldusdt.at(at.step())).minus(at.inFutures()).max(Usdt.ZERO)
            : PortfolioMargin.withdrawable(
                new Usdt(at.equity()), new Usdt(at.margin()), collateral, at.inFutures()),
        collateral);
  }

  @Override
  public long sentMillis(int step, long decidedMillis) {
    return decidedMillis;
  }

  @Override
  public Optional<Move.Outcome> outcome(int step, Direction direction, Usdt amount) {
    return Optional.empty();
  }

  @Override
  public int othersNext(int step) {
    return NEVER;
  }

  @Override
  public Usdt othersMoved(int step) {
    return Usdt.ZERO;
  }

  @Override
  public Surroundings between(int from, int to) {
    return new ModelledSurroundings(collateral, ldusdt.between(from, to, 0));
  }
}
