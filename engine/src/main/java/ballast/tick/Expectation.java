package ballast.tick;

import ballast.decide.Decision;
import ballast.journal.Intent;
import ballast.margin.PortfolioMargin;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.util.Optional;

/**
 * What a transfer is to do to the margin, by what was known when it was decided.
 *
 * @param intent its id
 * @param direction its direction
 * @param equity when it was decided
 * @param maintenanceMargin when it was decided
 * @param effect by how much equity is to change, not negative
 */
record Expectation(
    long intent, Direction direction, Usdt equity, Usdt maintenanceMargin, Usdt effect) {
  static Expectation of(Intent intent, Decision decision) {
    Situation situation = decision.facts().situation();
    Collateral collateral = decision.facts().transferable().orElseThrow().collateral();
    Usdt held = new Usdt(situation.ldusdtInFuturesE8());
    boolean rescue = intent.direction() == Direction.EARN_TO_FUTURE;
    Usdt after = rescue ? held.plus(intent.amount()) : held.minus(intent.amount());
    Usdt change = collateral.value(after).minus(collateral.value(held));
    return new Expectation(
        intent.id(),
        intent.direction(),
        new Usdt(situation.equityE8()),
        new Usdt(situation.maintenanceMarginE8()),
        rescue ? change : change.negated());
  }

  boolean isReturn() {
    return direction == Direction.FUTURE_TO_EARN;
  }

  /**
   * Why a return has broken its promise, at the first reading after it has arrived; empty when it
   * has not, or when it promised no more.
   */
  Optional<String> brokenBy(AccountSnapshot snapshot) {
    boolean promised =
        PortfolioMargin.MARGIN_CALL.compareQuotient(
                equity.minus(effect).e8(), maintenanceMargin.e8())
            > 0;
    return promised && snapshot.status() != AccountStatus.NORMAL
        ? Optional.of(
            "transfer "
                + intent
                + " back to Earn should have left the account NORMAL, it is "
                + snapshot.status()
                + " at uniMMR "
                + snapshot.uniMmr()
                + "; find out why before you resume")
        : Optional.empty();
  }
}
