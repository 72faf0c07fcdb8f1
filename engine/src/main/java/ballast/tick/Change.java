package ballast.tick;

import ballast.journal.Intent;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;

/**
 * How both balances of an intent have changed since before it was sent, by whomever. Amounts are
 * positive the way of the transfer. Interest, which nobody sees apart, makes Earn a range.
 *
 * @param inFutures what came into Futures for a rescue, what left it for a return
 * @param leastInEarn what left Earn for a rescue or came into it for a return, without interest
 * @param mostInEarn the same with the most interest there can have been
 */
record Change(Usdt inFutures, Usdt leastInEarn, Usdt mostInEarn) {
  static Change since(Intent intent, Holdings now) {
    Holdings before = intent.before();
    Usdt futures = now.inFutures().minus(before.inFutures());
    Usdt earn = now.inEarn().minus(before.inEarn());
    Usdt interest = Interest.most(before, now);
    return intent.direction() == Direction.EARN_TO_FUTURE
        ? new Change(futures, earn.negated(), earn.negated().plus(interest))
        : new Change(futures.negated(), earn.minus(interest), earn);
  }

  /** True when both sides moved by this amount or more, or both by the same. */
  boolean inEarnAgrees(Usdt amount) {
    return (isAtLeast(amount, inFutures) && isAtLeast(amount, mostInEarn)) || areTheSame();
  }

  /** True when Earn may have moved by this amount and more than Futures shows of it. */
  boolean inEarnAlone(Usdt amount) {
    return isAtLeast(amount, mostInEarn.minus(inFutures));
  }

  private boolean areTheSame() {
    return isAtLeast(leastInEarn, inFutures) && isAtLeast(inFutures, mostInEarn);
  }

  private static boolean isAtLeast(Usdt least, Usdt amount) {
    return amount.compareTo(least) >= 0;
  }
}
