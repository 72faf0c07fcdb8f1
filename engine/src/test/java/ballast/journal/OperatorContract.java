package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal promises to an operator: pauses and verdicts hold at once. */
interface OperatorContract extends Contract {
  @Test
  default void pausesAndResumesEachDirection() {
    account().act(OperatorAct.Kind.PAUSE, Optional.of(Direction.FUTURE_TO_EARN));
    assertThat(account().books(NOW).paused()).containsExactly(Direction.FUTURE_TO_EARN);
    account().act(OperatorAct.Kind.PAUSE, Optional.empty());
    account().act(OperatorAct.Kind.RESUME, Optional.of(Direction.FUTURE_TO_EARN));
    assertThat(account().books(NOW).paused()).containsExactly(Direction.EARN_TO_FUTURE);
    assertThat(journal().reader().acts(Span.of("main"))).hasSize(3);
  }

  @Test
  default void aRestoreHoldsUntilItIsResumedWhateverIsPausedAfterIt() {
    journal().act(OperatorAct.heldByRestore("main", NOW, "one.backup"));
    account().act(OperatorAct.Kind.PAUSE, Optional.empty());
    assertThat(pauses().reasons()).containsOnlyKeys(Direction.values()).containsValue("");
    assertThat(pauses().restore()).map(OperatorAct::atMillis).contains(NOW);

    account().act(OperatorAct.Kind.RESUME, Optional.of(Direction.FUTURE_TO_EARN));
    account().act(OperatorAct.Kind.PAUSE, Optional.of(Direction.FUTURE_TO_EARN));
    assertThat(pauses().isHeldByRestore()).as("the other direction").isTrue();
    account().act(OperatorAct.Kind.RESUME, Optional.of(Direction.EARN_TO_FUTURE));
    assertThat(pauses().isHeldByRestore()).isFalse();
    assertThat(pauses().reasons()).containsOnlyKeys(Direction.FUTURE_TO_EARN);
  }

  private Pauses pauses() {
    return Pauses.of(journal(), "main", NOW);
  }

  @Test
  default void abandonsWhatWasPausedBetweenDecisionAndSending() {
    Intent intent = account().move(NOW);
    account().act(OperatorAct.Kind.PAUSE, Optional.of(intent.direction()));
    Intent refused = journal().advance(intent, IntentState.SENDING, NOW + 1, "");
    assertThat(refused.state()).isEqualTo(IntentState.ABANDONED);
    assertThat(refused.detail()).isEqualTo("EARN_TO_FUTURE was paused before it was sent");
    assertThat(refused.sentAtMillis()).isEmpty();
    Books books = account().books(NOW + 2);
    assertThat(books.open()).isEmpty();
    assertThat(books.movedToday()).isEqualTo(Usdt.ZERO);
    assertThat(journal().reader().check().breaks()).isEmpty();
  }

  @Test
  default void sendsAlthoughTheOtherDirectionIsPaused() {
    Intent intent = account().move(NOW);
    account().act(OperatorAct.Kind.PAUSE, Optional.of(Direction.FUTURE_TO_EARN));
    assertThat(journal().advance(intent, IntentState.SENDING, NOW + 1, "").state())
        .isEqualTo(IntentState.SENDING);
  }

  @Test
  default void anOperatorResolvesAHeldIntentAndNoOther() {
    Intent intent = journal().advance(account().sent(NOW), IntentState.UNKNOWN, NOW + 2, "timeout");
    OperatorAct resolve = KeptAccount.seenToBeApplied(intent, NOW + 9);
    assertThatThrownBy(() -> journal().act(resolve)).isInstanceOf(IllegalStateException.class);
    assertThat(journal().reader().acts(Span.everything())).isEmpty();

    journal().advance(intent, IntentState.HELD, NOW + 3, "evidence is ambiguous");
    journal().act(resolve);
    Intent resolved = account().books(NOW).open().orElseThrow();
    assertThat(resolved.state()).isEqualTo(IntentState.APPLIED);
    assertThat(resolved.detail()).contains("seen in the exchange's history");
  }
}
