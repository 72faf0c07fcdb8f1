package ballast.tick;

import ballast.decide.Decider;
import ballast.strategy.Memory;
import java.util.function.Function;

/**
 * Which account is decided by what.
 *
 * @param account its id
 * @param policy the journal's id of the policy
 * @param decider strategy and guard, made from that policy
 * @param recall reads the strategy's memory back from its text
 */
public record Assignment(
    String account, long policy, Decider decider, Function<String, Memory> recall) {}
