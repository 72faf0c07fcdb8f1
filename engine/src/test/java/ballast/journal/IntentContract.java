package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.Decision;
import ballast.decide.Limits;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Usdt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every journal promises of intents: one at a time, by the steps there are. */
interface IntentContract extends Contract {
  @Test
  default void noTwoIntentsInARowHaveTheSameAmount() {
    Intent first = account().provenNotApplied(NOW);
    Intent second = account().provenNotApplied(NOW + 1_000);
    assertThat(first.amount()).isEqualTo(Usdt.parse("49999.99990001"));
    assertThat(second.amount()).isEqualTo(Usdt.parse("49999.99990002"));
    assertThat(account().books(NOW + 2_000).intents()).isEqualTo(2);
  }

  @Test
  default void refusesASecondIntentWhileOneIsOpen() {
    Intent first = account().move(NOW);
    AccountSnapshot snapshot = Ticks.account(NOW, "1.4");
    Books blind = KeptAccount.NEW_BOOKS;
    Decision move = Ticks.decide(Ticks.POLICY, snapshot, blind);

    assertThatThrownBy(() -> account().intend(snapshot, move))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("intent " + first.id() + " is open");
    assertThat(account().decided()).hasSize(1);
    journal().advance(first, IntentState.ABANDONED, NOW + 1, "restart");
    assertThat(account().intend(snapshot, move).id()).isGreaterThan(first.id());
  }

  @Test
  default void accountsDoNotBlockEachOther() {
    KeptAccount second = KeptAccount.adopted(journal(), "second");
    Intent first = account().move(NOW);
    Intent other = second.move(NOW);
    assertThat(account().books(NOW).open()).contains(first);
    assertThat(second.books(NOW).open()).contains(other);
  }

  @Test
  default void refusesAStepThatTheStatesDoNotAllow() {
    Intent intent = account().move(NOW);
    assertThatThrownBy(() -> journal().advance(intent, IntentState.CONFIRMED, NOW, ""))
        .isInstanceOf(IllegalStateException.class);
    journal().advance(intent, IntentState.SENDING, NOW, "");
    assertThatThrownBy(() -> journal().advance(intent, IntentState.ABANDONED, NOW, ""))
        .as("the caller's view of the intent is old")
        .isInstanceOf(IllegalStateException.class);
    assertThat(account().books(NOW).open().map(Intent::state)).contains(IntentState.SENDING);
  }

  @Test
  default void refusesMovesWithoutIntentAndIntentsWithoutMove() {
    AccountSnapshot snapshot = Ticks.account(NOW, "1.4");
    Decision move = account().decide(snapshot);
    assertThatThrownBy(() -> account().record(snapshot, move))
        .isInstanceOf(IllegalArgumentException.class);
    Decision hold = account().hold(NOW);
    assertThatThrownBy(() -> account().intend(snapshot, hold))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "true, 50000, 500000, the policy became a dry run before it was sent",
    "false, 1000, 500000, per-transfer became 1000 before it was sent",
    "false, 50000, 49999, 'it would exceed per-day: 0 moved today, limit 49999'",
  })
  default void abandonsWhatANewPolicyForbidsBeforeItIsSent(
      boolean dryRun, long perTransfer, long perDay, String why) {
    Intent intent = account().move(NOW);
    Limits tighter =
        new Limits(dryRun, Usdt.of(perTransfer), Usdt.of(perDay), Usdt.of(10), 300_000, 15_000);
    journal().adopt("main", Ticks.policy(tighter), NOW);
    Intent refused = journal().advance(intent, IntentState.SENDING, NOW + 1, "");
    assertThat(refused.state()).isEqualTo(IntentState.ABANDONED);
    assertThat(refused.detail()).isEqualTo(why);
  }
}
