package ballast.backtest;

import ballast.decide.Decision;
import ballast.decide.Rule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What the steps came to that were not plain holds. Mutable, for one thread. */
final class Counts {
  private final Map<Rule, Long> refused = new EnumMap<>(Rule.class);
  private long asked;
  private long skipped;

  void decided(Decision decision, boolean asks) {
    asked += asks ? 1 : 0;
    if (decision.kind() == Decision.Kind.REFUSED) {
      refused.merge(decision.rule().orElseThrow(), 1L, Long::sum);
    }
  }

  /** The weight budget was used up, so nothing could be asked. */
  void skipped() {
    skipped++;
  }

  /** Decisions that a rule refused, by rule. */
  Map<Rule, Long> refused() {
    return Collections.unmodifiableMap(refused);
  }

  /** 1500-weight questions asked. */
  long askedTransferable() {
    return asked;
  }

  long skippedSteps() {
    return skipped;
  }
}
