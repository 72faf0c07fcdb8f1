package ballast.tick;

import static ballast.tick.MarchAccount.LIMITS;
import static ballast.tick.MarchAccount.MOVES_AT_ONCE;
import static ballast.tick.MarchAccount.decision;
import static ballast.tick.MarchAccount.fault;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.decide.Fingerprint;
import ballast.decide.Limits;
import ballast.decide.Rule;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.OperatorAct;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How a tick settles the transfer that an earlier one sent. */
class TickSettlesTest {
  private final MarchAccount account = new MarchAccount();

  @Test
  void movesOnceAndSettlesAtTheNextTick() {
    Tick tick = account.tick(MOVES_AT_ONCE);
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.CONFIRMED);
    assertThat(account.ledger()).hasSize(1);
    assertThat(account.ledger().get(0).amount()).isEqualTo(account.onlyIntent().amount());
    account.clock.advance(Duration.ofSeconds(30));
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.SETTLED);
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void findsATransferThatWasExecutedAlthoughItsAnswerWasLost() {
    Tick tick = account.tick(MOVES_AT_ONCE, fault("timeout-after-effect"));
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    account.clock.advance(Duration.ofSeconds(30));
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.SETTLED);
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void settlesWhatAnEarlierProcessLeftBehind() {
    Tick tick = account.tick(MOVES_AT_ONCE, fault("timeout-after-effect"));
    tick.run();
    account.clock.advance(Duration.ofMinutes(1));
    // a new process: another Tick on the same books
    account.tick(MOVES_AT_ONCE).run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.SETTLED);
  }

  @Test
  void waitsTheQuietWindowBeforeItBelievesThatNothingWasExecuted() {
    Tick tick = account.tick(MOVES_AT_ONCE, fault("timeout-before-effect"));
    tick.run();
    account.clock.advance(Duration.ofSeconds(30));
    Decision blocked = decision(tick.run());
    assertThat(blocked.rule()).contains(Rule.OPEN_INTENT);
    assertThat(account.ledger()).isEmpty();
    account.clock.advance(Settlement.STANDARD.window());
    tick.run();
    List<Intent> intents = account.intents();
    assertThat(intents).hasSize(2);
    assertThat(intents.get(0).state()).isEqualTo(IntentState.NOT_APPLIED);
    assertThat(intents.get(1).state()).isEqualTo(IntentState.CONFIRMED);
    assertThat(account.ledger()).hasSize(1);
  }

  /** The machine's clock is set an hour forward while nobody knows what became of a transfer. */
  @Test
  void noClockThatIsSetForwardEndsTheQuietWindow() {
    AtomicLong steady = new AtomicLong();
    Tick tick =
        new Tick(
            Assigned.toTargetBand("main", MOVES_AT_ONCE, LIMITS),
            account.venue(fault("timeout-before-effect")),
            account.journal,
            account.told::add,
            new Clocks(account.clock, () -> 0, steady::get));
    tick.run();
    steady.addAndGet(60_000);
    account.clock.advance(Duration.ofMinutes(1));
    tick.run();
    steady.addAndGet(60_000);
    account.clock.advance(Duration.ofHours(1));
    assertThat(decision(tick.run()).rule()).contains(Rule.OPEN_INTENT);
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    steady.addAndGet(Settlement.STANDARD.window().toMillis() - 60_001);
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    steady.incrementAndGet();
    tick.run();
    assertThat(account.intents().get(0).state()).isEqualTo(IntentState.NOT_APPLIED);
  }

  @Test
  void watchesAWholeWindowOfItsOwnAfterARestart() {
    account.tick(MOVES_AT_ONCE, fault("timeout-before-effect")).run();
    account.clock.advance(Settlement.STANDARD.window().multipliedBy(20));
    Tick restarted = account.tick(MOVES_AT_ONCE);
    restarted.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    account.clock.advance(Settlement.STANDARD.window());
    restarted.run();
    assertThat(account.intents().get(0).state()).isEqualTo(IntentState.NOT_APPLIED);
  }

  @Test
  void repeatsNoAmountWhenItsOwnMoveIsNotVisibleYet() {
    Tick tick =
        account.tick(
            MOVES_AT_ONCE,
            "{\"seed\": 1, \"faults\": [{\"kind\": \"read-lag\", \"lag\": \"5m\"}]}");
    tick.run();
    for (int i = 0; i < 9; i++) {
      account.clock.advance(Duration.ofSeconds(30));
      assertThat(decision(tick.run()).rule()).contains(Rule.OPEN_INTENT);
    }
    account.clock.advance(Duration.ofSeconds(60));
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.SETTLED);
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void holdsTheIntentWhenSomeoneElseMovedToo() {
    Tick tick = account.tick(MOVES_AT_ONCE, fault("timeout-before-effect"));
    tick.run();
    account.exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(12_345));
    account.clock.advance(Settlement.STANDARD.window().plusSeconds(1));
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    account.clock.advance(Settlement.STANDARD.window());
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.HELD);
    account.clock.advance(Duration.ofDays(1));
    assertThat(decision(tick.run()).rule()).contains(Rule.OPEN_INTENT);
  }

  @Test
  void goesOnOnceAnOperatorHasResolvedAHeldIntent() {
    holdsTheIntentWhenSomeoneElseMovedToo();
    account.act(OperatorAct.Kind.RESOLVE_NOT_APPLIED, Optional.empty(), account.onlyIntent().id());
    assertThat(decision(account.tick(MOVES_AT_ONCE).run()).kind()).isEqualTo(Decision.Kind.MOVE);
  }

  @Test
  void holdsAnUnknownTransferOfAnAccountThatNeverStandsStill() {
    Tick tick = account.tick(MOVES_AT_ONCE, fault("timeout-before-effect"));
    tick.run();
    for (int i = 0; i < 7 && account.onlyIntent().state() == IntentState.UNKNOWN; i++) {
      account.exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(10 + i));
      account.clock.advance(Settlement.STANDARD.window().minusSeconds(1));
      tick.run();
    }
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    account.clock.advance(Duration.ofSeconds(10));
    account.exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(17));
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.HELD);
  }

  @Test
  void knowsItsOwnTransferByItsFingerprintAlthoughSomeoneElseMovedToo() {
    Limits marked =
        new Limits(
            false,
            LIMITS.perTransfer(),
            LIMITS.perDay(),
            LIMITS.minTransfer(),
            LIMITS.minGapMillis(),
            LIMITS.maxSnapshotAgeMillis(),
            Fingerprint.FINEST,
            Optional.empty());
    Tick tick = account.tick(MOVES_AT_ONCE, marked, account.venue(fault("timeout-after-effect")));
    tick.run();
    account.exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(12_345));
    account.clock.advance(Duration.ofSeconds(30));
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    account.clock.advance(Settlement.STANDARD.window());
    tick.run();
    assertThat(account.intents().get(0).state()).isEqualTo(IntentState.SETTLED);
  }

  @Test
  void explainsWhatOthersMovedWhileAnIntentWasOpen() {
    knowsItsOwnTransferByItsFingerprintAlthoughSomeoneElseMovedToo();
    assertThat(account.foreign())
        .singleElement()
        .satisfies(move -> assertThat(move.size()).isEqualTo(Usdt.of(12_345)));
  }

  @Test
  void findsASecondExecutionOfTheSameTransfer() {
    Tick tick = account.tick(MOVES_AT_ONCE);
    tick.run();
    account.clock.advance(Duration.ofSeconds(30));
    account.exchange.transfer(account.onlyIntent().direction(), account.onlyIntent().amount());
    account.clock.advance(Settlement.STANDARD.window());
    tick.run();
    account.clock.advance(Settlement.STANDARD.window());
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.HELD);
  }
}
