package ballast.tick;

import ballast.decide.Decider;
import ballast.journal.Policy;
import ballast.strategy.Memory;
import java.util.function.Function;

/**
 * Which account is decided by what.
 *
 * @param account its id
 * @param policy what the journal stores as the account's policy
 * @param decider strategy and guard, made from that policy
 * @param recall reads the strategy's memory back from its text
 */
public record Assignment(
    String account, Policy policy, Decider decider, Function<String, Memory> recall) {}
