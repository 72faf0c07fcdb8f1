package ballast.decide;

import ballast.decide.Verdict.Allowed;
import ballast.decide.Verdict.Refused;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.Optional;

/**
 * Holds every move to the {@link Limits}. A cap cuts the amount rather than refusing it, because
 * half a rescue is better than none; everything else refuses.
 */
public record Guard(Limits limits) {

  /**
   * Rules that need no amount: where one objects, the 1500-weight question is not asked. Empty:
   * none objects.
   */
  Optional<Refused> objection(Direction direction, Situation situation, Standing standing) {
    if (standing.hasOpenIntent()) {
      return refuse(Rule.OPEN_INTENT, "intent " + standing.openIntent() + " is not settled");
    }
    if (standing.paused().contains(direction)) {
      return refuse(Rule.PAUSED, direction + " is paused by an operator");
    }
    if (!permits(standing.status(), direction)) {
      return refuse(Rule.STATUS, "the account is " + standing.status() + ": no " + direction);
    }
    if (standing.snapshotAgeMillis() > limits.maxSnapshotAgeMillis()) {
      return refuse(
          Rule.SNAPSHOT_AGE,
          "the account was read "
              + standing.snapshotAgeMillis()
              + " ms ago, limit "
              + limits.maxSnapshotAgeMillis()
              + " ms");
    }
    long last = situation.lastMoveMillis();
    if (last != Situation.NEVER
        && situation.nowMillis() - last < limits.minGapMillis()
        && !limits.isEmergency(direction, situation)) {
      return refuse(
          Rule.MIN_GAP,
          "the last move was "
              + (situation.nowMillis() - last)
              + " ms ago, limit "
              + limits.minGapMillis()
              + " ms");
    }
    if (!limits.perDay().minus(standing.movedToday()).isPositive()) {
      return refuse(
          Rule.PER_DAY,
          standing.movedToday() + " USDT moved today, limit " + limits.perDay() + " USDT");
    }
    return Optional.empty();
  }

  /** The ruling on one proposed amount. */
  Verdict rule(Usdt proposed, Transferable transferable, Situation situation, Standing standing) {
    Optional<Refused> objection = objection(transferable.direction(), situation, standing);
    if (objection.isPresent()) {
      return objection.get();
    }
    if (proposed.compareTo(transferable.amount()) > 0) {
      return new Refused(
          Rule.BEYOND_TRANSFERABLE,
          "the strategy proposed "
              + proposed
              + " of "
              + transferable.amount()
              + " LDUSDT transferable");
    }
    Usdt leftToday = limits.perDay().minus(standing.movedToday());
    Usdt cap = limits.perTransfer().min(leftToday);
    boolean cut = proposed.compareTo(cap) > 0;
    Usdt amount = marked(proposed.min(cap), standing);
    if (amount.compareTo(limits.minTransfer()) < 0) {
      return new Refused(
          Rule.MIN_TRANSFER, amount + " LDUSDT is less than " + limits.minTransfer());
    }
    if (limits.dryRun()) {
      return new Refused(
          Rule.DRY_RUN, "dry run: would move " + amount + " LDUSDT " + transferable.direction());
    }
    if (!cut) {
      return new Allowed(amount, Optional.empty());
    }
    return new Allowed(
        amount,
        Optional.of(
            leftToday.compareTo(limits.perTransfer()) < 0 ? Rule.PER_DAY : Rule.PER_TRANSFER));
  }

  private Usdt marked(Usdt wanted, Standing standing) {
    return standing.countsIntents()
        ? limits.fingerprint().mark(wanted, standing.intentsBefore(), limits.minTransfer())
        : wanted;
  }

  /**
   * Liquidation stops both ways; short of it the rescue stays open, and the way back needs a
   * healthy account.
   */
  private static boolean permits(AccountStatus status, Direction direction) {
    return switch (direction) {
      case EARN_TO_FUTURE -> !status.isLiquidating();
      case FUTURE_TO_EARN -> status == AccountStatus.NORMAL;
    };
  }

  private static Optional<Refused> refuse(Rule rule, String detail) {
    return Optional.of(new Refused(rule, detail));
  }
}
