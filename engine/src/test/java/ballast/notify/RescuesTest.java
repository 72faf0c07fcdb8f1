package ballast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.decide.Decision.Kind;
import ballast.decide.Rule;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.MemoryJournal;
import ballast.journal.Ticks;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a rescue was needed and did not go out. */
class RescuesTest {
  private static final Optional<Direction> RESCUE = Optional.of(Direction.EARN_TO_FUTURE);
  private static final Optional<Direction> RETURN = Optional.of(Direction.FUTURE_TO_EARN);

  private boolean held;
  private final MemoryJournal journal = new MemoryJournal();
  private final long policy = journal.adopt("main", Ticks.POLICY, Ticks.START);
  private final AccountSnapshot snapshot = Ticks.account(Ticks.START, "1.5");
  private final Decision move =
      Ticks.decide(Ticks.POLICY, snapshot, journal.books("main", Ticks.START));

  private Optional<String> failure(Kind kind, Optional<Direction> direction, Optional<Rule> rule) {
    Decision decision =
        new Decision(
            move.facts(), kind, direction, Usdt.ZERO, Usdt.ZERO, rule, "why", move.memory());
    return Rescues.failure(new TickReport.Decided("main", 1, decision, Optional.empty(), 0), held);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRefusalThatDoesNotPassByItself(Rule rule) {
    boolean passes = rule == Rule.OPEN_INTENT || rule == Rule.MIN_GAP || rule == Rule.DRY_RUN;

    assertThat(failure(Kind.REFUSED, RESCUE, Optional.of(rule)))
        .isEqualTo(passes ? Optional.empty() : Optional.of("refused by " + rule.label() + ": why"));
    assertThat(failure(Kind.REFUSED, RETURN, Optional.of(rule))).as("no rescue").isEmpty();
  }

  @Test
  void anOpenTransferThatWaitsForAPerson() {
    held = true;
    assertThat(failure(Kind.REFUSED, RESCUE, Optional.of(Rule.OPEN_INTENT)))
        .contains("refused by open-intent: why");
  }

  @Test
  void aNeedForWhichThereIsNothing() {
    assertThat(failure(Kind.HOLD, RESCUE, Optional.empty())).contains("why");
    assertThat(failure(Kind.HOLD, RETURN, Optional.empty())).isEmpty();
    assertThat(failure(Kind.HOLD, Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void aStrategyThatFailsBeforeItNamesADirection() {
    assertThat(failure(Kind.REFUSED, Optional.empty(), Optional.of(Rule.STRATEGY_FAULT)))
        .contains("refused by strategy-fault: why");
  }

  @ParameterizedTest
  @EnumSource(
      value = IntentState.class,
      names = {"CONFIRMED", "UNKNOWN", "REJECTED", "NOT_SENT"})
  void aTransferThatWasNotCarriedOut(IntentState answer) {
    Intent intent = journal.intend("main", policy, snapshot, move, Ticks.holdings(Ticks.START));
    Intent sending = journal.advance(intent, IntentState.SENDING, Ticks.START, "");
    Intent answered = journal.advance(sending, answer, Ticks.START, "code -1");
    boolean moved = answer == IntentState.CONFIRMED || answer == IntentState.UNKNOWN;

    assertThat(
            Rescues.failure(
                new TickReport.Decided("main", 1, move, Optional.of(answered), 1), held))
        .isEqualTo(
            moved ? Optional.empty() : Optional.of("the transfer is " + answer + ": code -1"));
  }
}
