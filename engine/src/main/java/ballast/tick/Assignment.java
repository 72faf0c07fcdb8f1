package ballast.tick;

import ballast.decide.Decider;
import ballast.journal.Policy;
import ballast.strategy.Memory;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which account is decided by what.
 *
 * @param account its id
 * @param policy what the journal stores as the account's policy
 * @param decider strategy and guard, made from that policy
 * @param recall reads the strategy's memory back from its text
 */
public record Assignment(
    String account, Policy policy, Decider decider, Function<String, Memory> recall) {
  private static final Logger log = LoggerFactory.getLogger(Assignment.class);

  /**
   * The strategy's memory from its text. What another version of the strategy wrote may not be
   * legible to this one, which then begins anew: an account must not go without decisions for it.
   */
  Memory remembered(String text) {
    try {
      return recall.apply(text);
    } catch (RuntimeException | LinkageError e) {
      log.warn(
          "{}: {} cannot read what it remembered and begins anew: {}",
          account,
          policy.strategy(),
          e.toString());
      return text.isEmpty() ? Memory.NONE : remembered("");
    }
  }
}
