package ballast.tick;

import static ballast.tick.MarchAccount.DRY_RUN;
import static ballast.tick.MarchAccount.LIMITS;
import static ballast.tick.MarchAccount.MOVES_AT_ONCE;
import static ballast.tick.MarchAccount.decision;
import static ballast.tick.MarchAccount.fault;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.decide.Rule;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.notify.TickReport;
import ballast.simulation.ForwardingJournal;
import ballast.strategy.Direction;
import ballast.venue.Venue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What keeps a tick from sending a transfer. */
class TickHoldsBackTest {
  private static final String ALL_REFUSED =
      "{\"seed\": 1, \"faults\": [{\"kind\": \"http-429\", \"path\": \"earn-asset-transfer\"}]}";

  private static final Map<String, String> RETURNS_AT_ONCE =
      Map.of("low", "2x", "low-target", "3x", "high-target", "4x", "high", "5x");

  private final MarchAccount account = new MarchAccount();

  @Test
  void movesNothingInADryRunButSaysWhatItWouldMove() {
    Decision decision = decision(account.tick(MOVES_AT_ONCE, DRY_RUN, account.venue()).run());
    assertThat(decision.rule()).contains(Rule.DRY_RUN);
    assertThat(decision.proposed().isPositive()).isTrue();
    assertThat(account.ledger()).isEmpty();
  }

  @Test
  void obeysAPauseOfOneDirectionAtTheNextTick() {
    Tick tick = account.tick(MOVES_AT_ONCE);
    account.pause(Direction.EARN_TO_FUTURE);
    assertThat(decision(tick.run()).rule()).contains(Rule.PAUSED);
    assertThat(account.ledger()).isEmpty();
  }

  @Test
  void sendsNothingWhenItIsPausedBetweenDecidingAndSending() {
    Venue pausedWhileItReads =
        new ElsewhereVenue(account.venue(), () -> account.pause(Direction.EARN_TO_FUTURE));
    account.tick(MOVES_AT_ONCE, LIMITS, pausedWhileItReads).run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.ABANDONED);
    assertThat(account.onlyIntent().detail()).contains("paused");
    assertThat(account.ledger()).isEmpty();
    assertThat(account.told).hasSize(1);
  }

  @Test
  void sendsNothingWhenTheJournalTookTooLong() {
    // every look at the monotonic clock finds it a second later
    AtomicLong nanos = new AtomicLong();
    Tick slow =
        new Tick(
            Assigned.toTargetBand("main", MOVES_AT_ONCE, LIMITS),
            account.venue(),
            account.journal,
            account.told::add,
            Clocks.ofPaper(account.clock, () -> nanos.addAndGet(Duration.ofSeconds(1).toNanos())));
    slow.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.NOT_SENT);
    assertThat(account.ledger()).isEmpty();
  }

  @Test
  void movesNothingWhileTheDiskIsLowAndSaysSo() {
    AtomicBoolean low = new AtomicBoolean(true);
    Journal onALowDisk =
        new ForwardingJournal(account.journal) {
          @Override
          public Optional<String> noRoom() {
            return low.get() ? Optional.of("the disk is low") : Optional.empty();
          }
        };
    Tick tick =
        account.tick(
            Assigned.toTargetBand("main", MOVES_AT_ONCE, LIMITS),
            account.venue(),
            onALowDisk,
            account.told::add);
    assertThat(tick.run())
        .isInstanceOfSatisfying(
            TickReport.Skipped.class,
            skipped -> assertThat(skipped.reason()).isEqualTo("the disk is low"));
    assertThat(account.intents()).isEmpty();
    low.set(false);
    tick.run();
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void recordsARefusalOfTheExchangeAndMayTryAgainLater() {
    Tick tick = account.tick(MOVES_AT_ONCE, fault("http-429"));
    tick.run();
    assertThat(account.onlyIntent().state()).isEqualTo(IntentState.REJECTED);
    account.clock.advance(Duration.ofMinutes(1));
    tick.run();
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void waitsTwiceAsLongAfterEveryRefusalInARowUpToSixteenMinutes() {
    Tick tick = account.tick(MOVES_AT_ONCE, ALL_REFUSED);
    int refused = 0;
    for (long minutes : new long[] {0, 1, 2, 4, 8, 16, 16}) {
      account.clock.advance(Duration.ofMinutes(minutes).minusMillis(minutes == 0 ? 0 : 1));
      if (minutes > 0) {
        assertThat(tick.run())
            .isInstanceOfSatisfying(
                TickReport.Skipped.class,
                skipped -> assertThat(skipped.reason()).contains("refused in a row: "));
        account.clock.advance(Duration.ofMillis(1));
      }
      tick.run();
      refused++;
      assertThat(account.intents())
          .as("after %s minutes", minutes)
          .hasSize(refused)
          .allMatch(intent -> intent.state() == IntentState.REJECTED);
    }
    assertThat(account.ledger()).isEmpty();
  }

  @Test
  void rescuesAtOnceHoweverManyReturnsWereRefused() {
    refuse(account.tick(RETURNS_AT_ONCE, ALL_REFUSED), 5);
    assertThat(account.intents())
        .hasSize(5)
        .allMatch(intent -> intent.direction() == Direction.FUTURE_TO_EARN)
        .allMatch(intent -> intent.state() == IntentState.REJECTED);
    account.tick(MOVES_AT_ONCE).run();
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void waitsOnlyAMinuteAfterARefusalLongAfterOthers() {
    refuse(account.tick(MOVES_AT_ONCE, ALL_REFUSED), 5);
    account.clock.advance(Duration.ofHours(3));
    Tick tick = account.tick(MOVES_AT_ONCE, fault("http-429"));
    tick.run();
    assertThat(account.intents()).hasSize(6);
    account.clock.advance(Duration.ofMinutes(1));
    tick.run();
    assertThat(account.ledger()).hasSize(1);
  }

  /** Lets it be refused so often in a row, the last time just now. */
  private void refuse(Tick tick, int times) {
    for (int i = 1; i <= times; i++) {
      account.clock.advance(Duration.ofMinutes(i == 1 ? 0 : 16));
      tick.run();
    }
  }
}
