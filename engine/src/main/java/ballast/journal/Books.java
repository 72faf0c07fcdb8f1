package ballast.journal;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * All that the next tick must know of what was done before.
 *
 * @param lastMoveMillis when the last intent that may have moved money was sent, or {@link
 *     ballast.strategy.Situation#NEVER}
 * @param movedToday LDUSDT of this UTC day's intents that may have moved money
 * @param paused the directions an operator has paused
 * @param open the intent that is not terminal, if there is one
 * @param longestLag the longest that a confirmed transfer of the last 90 days took, from being
 *     sent, to be visible in the balances; zero when there was none
 * @param intents how many intents there have been
 * @param memory the strategy's memory after its last decision, as text; empty after a change of
 *     strategy
 */
public record Books(
    long lastMoveMillis,
    Usdt movedToday,
    Set<Direction> paused,
    Optional<Intent> open,
    Duration longestLag,
    long intents,
    String memory) {}
