package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal's books say before a tick decides. */
interface BooksContract extends Contract {
  @Test
  default void newBooksAreEmpty() {
    assertThat(account().books(NOW)).isEqualTo(KeptAccount.NEW_BOOKS);
  }

  @Test
  default void countsWhatMayHaveMovedOnThisDayOfTheExchange() {
    Intent sending = account().sent(NOW);
    assertThat(account().books(NOW).movedToday()).isEqualTo(sending.amount());
    Intent confirmed = journal().advance(sending, IntentState.CONFIRMED, NOW + 2, "");
    Intent settled = journal().advance(confirmed, IntentState.SETTLED, NOW + 3, "");
    Books after = account().books(NOW + 10_000);
    assertThat(after.movedToday()).isEqualTo(sending.amount());
    assertThat(after.lastMove()).contains(settled);
    assertThat(after.lastMoveMillis()).isEqualTo(NOW + 1);
    assertThat(after.open()).isEmpty();
    assertThat(account().books(NOW + DAY).movedToday()).isEqualTo(Usdt.ZERO);
    assertThat(account().books(NOW + DAY).lastMoveMillis()).isEqualTo(NOW + 1);
  }

  @Test
  default void forgetsMovesThatAreProvenNotToHaveHappened() {
    account().provenNotApplied(NOW);
    Intent rejected = account().sent(NOW + 10_000);
    journal().advance(rejected, IntentState.REJECTED, NOW + 10_002, "-9000");
    Books books = account().books(NOW + 20_000);
    assertThat(books.movedToday()).isEqualTo(Usdt.ZERO);
    assertThat(books.lastMoveMillis()).isEqualTo(Situation.NEVER);
  }

  @Test
  default void countsRefusalsInARow() {
    for (int i = 1; i <= 12; i++) {
      long at = NOW + i * 10_000L;
      account().refused(at, Direction.EARN_TO_FUTURE);
      assertThat(rescuesRefused(at + 5)).isEqualTo(new Refusals(Math.min(i, 10), at + 2));
    }
    long later = NOW + 200_000;
    journal().advance(account().sent(later), IntentState.NOT_SENT, later + 2, "refused connection");
    assertThat(rescuesRefused(later + 5))
        .as("what never left counts neither way")
        .isEqualTo(new Refusals(10, NOW + 120_002));
    account().confirmedAndSeen(later + 10_000, 7_000);
    assertThat(rescuesRefused(later + 20_000)).isEqualTo(Refusals.NONE);
  }

  private Refusals rescuesRefused(long at) {
    return account().books(at).refusals(Direction.EARN_TO_FUTURE);
  }

  @Test
  default void countsRefusalsOfEachDirectionByItself() {
    account().refused(NOW, Direction.FUTURE_TO_EARN);
    account().refused(NOW + 10_000, Direction.EARN_TO_FUTURE);
    account().refused(NOW + 20_000, Direction.FUTURE_TO_EARN);
    account().confirmedAndSeen(NOW + 30_000, 7_000);
    assertThat(account().books(NOW + 40_000).refusals())
        .containsEntry(Direction.FUTURE_TO_EARN, new Refusals(2, NOW + 20_002))
        .containsEntry(Direction.EARN_TO_FUTURE, Refusals.NONE);
  }

  @Test
  default void aRefusalLongAfterOthersIsTheFirstOfItsRow() {
    long span = Refusals.FORGOTTEN_AFTER.toMillis();
    account().refused(NOW, Direction.EARN_TO_FUTURE);
    long soon = NOW + span - 1_000;
    account().refused(soon, Direction.EARN_TO_FUTURE);
    assertThat(rescuesRefused(soon + 5)).isEqualTo(new Refusals(2, soon + 2));
    long later = soon + span + 1_000;
    account().refused(later, Direction.EARN_TO_FUTURE);
    assertThat(rescuesRefused(later + 5)).isEqualTo(new Refusals(1, later + 2));
    account().refused(later + span + 1_000, Direction.FUTURE_TO_EARN);
    assertThat(rescuesRefused(later + span + 1_005)).isEqualTo(Refusals.NONE);
  }

  @Test
  default void findsTheLastMoveBehindManyTransfersThatMovedNothing() {
    account().confirmedAndSeen(NOW, 7_000);
    for (int i = 1; i <= 20; i++) {
      account().provenNotApplied(NOW + DAY + i * 10_000L);
    }
    assertThat(account().books(NOW + DAY + 300_000).lastMoveMillis()).isEqualTo(NOW + 1);
  }

  @Test
  default void measuresTheLongestLagOfWhatWasConfirmedInTheLastNinetyDays() {
    account().confirmedAndSeen(NOW, 7_000);
    account().confirmedAndSeen(NOW + DAY, 90_000);
    account().confirmedAndSeen(NOW + 2 * DAY, 8_000);
    assertThat(account().books(NOW + 2 * DAY + 10_000).longestLag())
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(account().books(NOW + 93 * DAY).longestLag()).isEqualTo(Duration.ZERO);
  }

  @Test
  default void measuresNoLagOfWhatAnOperatorResolved() {
    Intent confirmed = journal().advance(account().sent(NOW), IntentState.CONFIRMED, NOW + 2, "");
    Intent held = journal().advance(confirmed, IntentState.HELD, NOW + 3, "");
    journal().act(KeptAccount.seenToBeApplied(held, NOW + DAY));
    Intent applied = account().books(NOW + DAY).open().orElseThrow();
    journal().advance(applied, IntentState.SETTLED, NOW + DAY, "");
    assertThat(account().books(NOW + DAY).longestLag()).isEqualTo(Duration.ZERO);
  }

  @Test
  default void knowsWhatMustBeInFuturesIfNobodyElseMovesAny() {
    assertThat(inFutures(NOW)).isEmpty();
    account().hold(NOW);
    assertThat(inFutures(NOW + 1)).contains(Usdt.of(80_000));
    Intent sending = account().sent(NOW + 1_000);
    assertThat(inFutures(NOW + 2_000)).as("while an intent is open").isEmpty();
    Intent unknown = journal().advance(sending, IntentState.UNKNOWN, NOW + 2_000, "timeout");
    account().hold(NOW + 2_500);
    assertThat(inFutures(NOW + 2_600)).as("while an intent is open").isEmpty();
    Intent applied = journal().advance(unknown, IntentState.APPLIED, NOW + 3_000, "seen");
    journal().advance(applied, IntentState.SETTLED, NOW + 3_000, "seen");
    assertThat(inFutures(NOW + 4_000)).contains(Usdt.of(80_000).plus(sending.amount()));
  }

  @Test
  default void expectsNothingInFuturesOfAnIntentThatMovedNothing() {
    account().provenNotApplied(NOW);
    assertThat(inFutures(NOW + 1_000)).contains(Usdt.of(80_000));
  }

  private Optional<Usdt> inFutures(long at) {
    return account().books(at).inFutures();
  }

  @Test
  default void keepsWhatOthersMovedAndAddsItUpByDay() {
    account().hold(NOW);
    ForeignMove in = new ForeignMove("main", NOW + 1, Usdt.of(80_000), Usdt.of(92_345));
    ForeignMove out = new ForeignMove("main", NOW + 2, Usdt.of(92_345), Usdt.of(92_000));
    journal().foreign(in);
    account().skip(NOW + 1, "unreachable");
    journal().foreign(out);
    Books books = account().books(NOW + 3);
    assertThat(books.foreignToday()).isEqualTo(Usdt.of(12_690));
    assertThat(books.inFutures()).contains(Usdt.of(92_000));
    assertThat(account().books(NOW + DAY).foreignToday()).isEqualTo(Usdt.ZERO);
    assertThat(journal().reader().foreign(Span.of("main"))).containsExactly(in, out);
    assertThat(journal().reader().check().breaks()).isEmpty();
  }

  @Test
  default void callsNothingForeignWhileAnIntentIsOpen() {
    account().move(NOW);
    ForeignMove move = new ForeignMove("main", NOW + 1, Usdt.of(80_000), Usdt.of(92_345));
    assertThatThrownBy(() -> journal().foreign(move)).isInstanceOf(IllegalStateException.class);
    assertThat(journal().reader().foreign(Span.everything())).isEmpty();
  }
}
