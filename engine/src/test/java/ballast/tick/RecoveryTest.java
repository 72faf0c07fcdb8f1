package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.Fingerprint;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.simulation.ForwardingVenue;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.Venue;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a process finds that another left, on the paper account, cranked by hand. */
class RecoveryTest {
  private static final Assignment ASSIGNMENT =
      Assigned.toTargetBand("main", MarchAccount.MOVES_AT_ONCE, MarchAccount.LIMITS);

  private final MarchAccount account = new MarchAccount();
  private final Venue venue = account.venue();

  private Tick process(Venue at) {
    return account.tick(ASSIGNMENT, at, account.journal, report -> {});
  }

  private Intent first() {
    return account.intents().get(0);
  }

  private Holdings holdings() {
    Reading<Holdings> reading = venue.holdings();
    assertThat(reading).isInstanceOf(Reading.Got.class);
    return reading.value();
  }

  /** Dies once the exchange has executed the transfer. */
  private static final class Deadly extends ForwardingVenue {
    Deadly(Venue venue) {
      super(venue);
    }

    @Override
    public TransferOutcome transfer(TransferOrder order) {
      super.transfer(order);
      throw new IllegalStateException("killed");
    }
  }

  @Test
  void looksUpAtOnceWhatAProcessWasSendingWhenItEnded() {
    assertThatThrownBy(() -> process(new Deadly(venue)).run()).hasMessage("killed");
    assertThat(first().state()).isEqualTo(IntentState.SENDING);
    account.clock.advance(Duration.ofSeconds(30));
    process(venue).run();
    assertThat(first().state()).isEqualTo(IntentState.SETTLED);
    assertThat(account.ledger()).hasSize(1);
  }

  @Test
  void takesNoReadingForNewThatMayBeOlderThanTheLastTransfer() {
    AtomicLong steady = new AtomicLong();
    Recovery recovery = new Recovery(ASSIGNMENT, venue, account.journal, steady::get);
    account.journal.adopt("main", ASSIGNMENT.policy(), account.clock.millis());
    Holdings before = holdings();
    assertThat(recovery.isAfterLastMove(before, account.clock.millis())).as("none yet").isTrue();
    Tick tick = process(venue);
    tick.run();
    account.clock.advance(Duration.ofSeconds(30));
    tick.run();
    assertThat(first().state()).isEqualTo(IntentState.SETTLED);
    long settled = account.clock.millis();
    Fingerprint fingerprint = ASSIGNMENT.policy().limits().fingerprint();
    long window = Settlement.given(Duration.ofSeconds(30), fingerprint).window().toMillis();
    assertThat(recovery.isAfterLastMove(before, settled)).isFalse();
    assertThat(recovery.isAfterLastMove(holdings(), settled)).isTrue();
    steady.set(window - 1);
    assertThat(recovery.isAfterLastMove(before, settled + 2 * window)).isFalse();
    steady.set(window);
    assertThat(recovery.isAfterLastMove(before, settled + 2 * window)).isTrue();
  }

  @Test
  void countsWhatPassedBeforeItSawTheLastTransferByTheWallClock() {
    Tick tick = process(venue);
    Holdings before = holdings();
    tick.run();
    account.clock.advance(Duration.ofSeconds(30));
    tick.run();
    Recovery restarted = new Recovery(ASSIGNMENT, venue, account.journal, () -> 7);
    assertThat(
            restarted.isAfterLastMove(
                before, account.clock.millis() + Duration.ofHours(1).toMillis()))
        .isTrue();
  }
}
