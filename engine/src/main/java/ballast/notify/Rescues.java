package ballast.notify;

import ballast.decide.Decision;
import ballast.decide.Rule;
import ballast.journal.IntentState;
import ballast.strategy.Direction;
import java.util.Optional;
import java.util.Set;

/** Why LDUSDT that was needed in Futures did not go there. */
final class Rescues {
  private static final Set<IntentState> NOT_MOVED =
      Set.of(IntentState.REJECTED, IntentState.NOT_SENT, IntentState.ABANDONED);

  private Rescues() {}

  /**
   * In one line; empty where it went, where none was needed, and where what is in the way passes by
   * itself or is wanted so.
   *
   * @param held whether the account's open transfer waits for an operator
   */
  static Optional<String> failure(TickReport.Decided tick, boolean held) {
    Decision decision = tick.decision();
    return isPerhapsNeeded(decision)
        ? switch (decision.kind()) {
          case HOLD -> Optional.of(decision.reason());
          case REFUSED -> refusal(decision, held);
          case MOVE ->
              tick.intent()
                  .filter(intent -> NOT_MOVED.contains(intent.state()))
                  .map(intent -> "the transfer is " + intent.state() + ": " + intent.detail());
        }
        : Optional.empty();
  }

  /** A strategy that fails before it names a direction would rescue nothing either. */
  private static boolean isPerhapsNeeded(Decision decision) {
    return decision
        .direction()
        .map(Direction.EARN_TO_FUTURE::equals)
        .orElse(decision.kind() == Decision.Kind.REFUSED);
  }

  private static Optional<String> refusal(Decision decision, boolean held) {
    return decision.rule().filter(rule -> passes(rule, held)).isPresent()
        ? Optional.empty()
        : Optional.of(
            "refused"
                + decision.rule().map(rule -> " by " + rule.label()).orElse("")
                + ": "
                + decision.reason());
  }

  /**
   * An open transfer settles within minutes unless it is held; the gap between two moves ends, and
   * emergency-below is for when it must not be waited for; a dry run moves nothing.
   */
  private static boolean passes(Rule rule, boolean held) {
    return switch (rule) {
      case OPEN_INTENT -> !held;
      case MIN_GAP, DRY_RUN -> true;
      case PAUSED,
          SNAPSHOT_AGE,
          STATUS,
          PER_TRANSFER,
          PER_DAY,
          MIN_TRANSFER,
          BEYOND_TRANSFERABLE,
          STRATEGY_FAULT ->
          false;
    };
  }
}
