package ballast.decide;

import ballast.strategy.Usdt;
import java.util.Optional;

/** What the guard rules on a move: it may forbid or cut, never enlarge. */
public sealed interface Verdict {
  /**
   * The move may go out.
   *
   * @param amount at most what was proposed
   * @param cutBy the limit that cut it, if one did
   */
  record Allowed(Usdt amount, Optional<Rule> cutBy) implements Verdict {}

  /**
   * The move must not go out.
   *
   * @param detail the rule with its figures, one line
   */
  record Refused(Rule rule, String detail) implements Verdict {}
}
