package ballast.journal;

import ballast.decide.Decision;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import java.util.OptionalLong;

/**
 * One transfer that was decided, as the journal knows it now.
 *
 * @param id unique in the journal, from a sequence, never from time
 * @param account whose
 * @param decision the place of its decision in the account's chain
 * @param direction which way
 * @param amount LDUSDT
 * @param state where it stands
 * @param decidedAtMillis when it was decided
 * @param sentAtMillis when it became SENDING, if it did
 * @param settledAtMillis when it became terminal, if it did
 * @param before both balances right before it, the evidence to settle by
 * @param reason the decision's reason
 * @param detail what was said of its latest transition
 */
public record Intent(
    long id,
    String account,
    long decision,
    Direction direction,
    Usdt amount,
    IntentState state,
    long decidedAtMillis,
    OptionalLong sentAtMillis,
    OptionalLong settledAtMillis,
    Holdings before,
    String reason,
    String detail) {

  /** The intent that a move begins. */
  static Intent begun(long id, String account, long sequence, Decision decision, Holdings before) {
    return new Intent(
        id,
        account,
        sequence,
        decision.direction().orElseThrow(),
        decision.amount(),
        IntentState.INTENT,
        decision.facts().situation().nowMillis(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        before,
        decision.reason(),
        "");
  }

  /** LDUSDT in Futures once this intent is terminal, if nobody else has moved any. */
  Usdt inFuturesAfter() {
    if (state != IntentState.SETTLED) {
      return before.inFutures();
    }
    return direction == Direction.EARN_TO_FUTURE
        ? before.inFutures().plus(amount)
        : before.inFutures().minus(amount);
  }

  /** This intent after one more transition. */
  Intent after(IntentState next, long atMillis, String said) {
    return new Intent(
        id,
        account,
        decision,
        direction,
        amount,
        next,
        decidedAtMillis,
        next == IntentState.SENDING ? OptionalLong.of(atMillis) : sentAtMillis,
        next.isTerminal() ? OptionalLong.of(atMillis) : settledAtMillis,
        before,
        reason,
        said);
  }
}
