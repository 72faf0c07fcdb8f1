package ballast.journal;

import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the next tick must know of what was done before.
 *
 * @param lastMove the intent that was sent last among those that may have moved money
 * @param movedToday LDUSDT of this UTC day's intents that may have moved money
 * @param paused the directions an operator has paused
 * @param open the intent that is not terminal, if there is one
 * @param longestLag the longest that a confirmed transfer of the last 90 days took, from being
 *     sent, to be visible in the balances; zero when there was none
 * @param intents how many intents there have been
 * @param inFutures LDUSDT in Futures as it must be if nobody else has moved any since; empty while
 *     that is not known, as while an intent is open
 * @param foreignToday LDUSDT that others have moved into or out of Futures on this UTC day
 * @param refusals by direction, the transfers that the exchange has refused since one that it did
 *     not
 * @param memory the strategy's memory after its last decision, as text; empty after a change of
 *     strategy
 */
public record Books(
    Optional<Intent> lastMove,
    Usdt movedToday,
    Set<Direction> paused,
    Optional<Intent> open,
    Duration longestLag,
    long intents,
    Optional<Usdt> inFutures,
    Usdt foreignToday,
    Map<Direction, Refusals> refusals,
    String memory) {

  /** When {@link #lastMove} was sent, epoch milliseconds, or {@link Situation#NEVER}. */
  public long lastMoveMillis() {
    return lastMove.isPresent()
        ? lastMove.get().sentAtMillis().orElse(Situation.NEVER)
        : Situation.NEVER;
  }

  /** The refusals that stand against a transfer in this direction. */
  public Refusals refusals(Direction direction) {
    return refusals.getOrDefault(direction, Refusals.NONE);
  }

  /** These books after a hold or a refusal, which changes no more than this. */
  Books after(Usdt seenInFutures, String remembered) {
    return new Books(
        lastMove,
        movedToday,
        paused,
        open,
        longestLag,
        intents,
        open.isPresent() ? Optional.empty() : Optional.of(seenInFutures),
        foreignToday,
        refusals,
        remembered);
  }
}
