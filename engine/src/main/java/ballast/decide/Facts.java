package ballast.decide;

import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import java.util.Optional;

/**
 * Everything one decision rests on. The same facts under the same policy give the same decision,
 * bit for bit.
 *
 * @param situation what the strategy sees
 * @param standing what the guard sees besides
 * @param transferable read only when {@link Decider#asks} wanted it
 */
public record Facts(
    Situation.Recorded situation, Standing standing, Optional<Transferable> transferable) {}
