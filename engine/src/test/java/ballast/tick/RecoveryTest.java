package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.Decider;
import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.MemoryJournal;
import ballast.journal.Policy;
import ballast.journal.Span;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperVenue;
import ballast.paper.Scenario;
import ballast.simulation.ForwardingVenue;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.Venue;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a process finds that another left, on the paper account, cranked by hand. */
class RecoveryTest {
  private static final Limits LIMITS =
      new Limits(false, Usdt.of(250_000), Usdt.of(1_000_000), Usdt.of(100), 60_000, 15_000);
  private static final StrategyFactory TARGET_BAND = ShippedStrategies.targetBand();

  /** 8x at first, so the first tick moves. */
  private static final Map<String, String> BAND =
      Map.of("low", "9x", "low-target", "10x", "high-target", "30x", "high", "40x");

  private static final Assignment ASSIGNMENT =
      new Assignment(
          "main",
          new Policy("target-band", new TreeMap<>(BAND), LIMITS, "test"),
          new Decider(TARGET_BAND.create(Parameters.of(TARGET_BAND.parameters(), BAND)), LIMITS),
          TARGET_BAND::recall);

  private final PaperClock clock = PaperClock.cranked(1_800_000_000_000L);
  private final PaperExchange exchange =
      new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());
  private final Venue venue = new PaperVenue(exchange, clock);
  private final MemoryJournal journal = new MemoryJournal();

  private Tick process(Venue at) {
    return new Tick(ASSIGNMENT, at, journal, report -> {}, clock, () -> 0);
  }

  private Intent first() {
    return journal.reader().intents(Span.everything()).get(0);
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
    clock.advance(Duration.ofSeconds(30));
    process(venue).run();
    assertThat(first().state()).isEqualTo(IntentState.SETTLED);
    assertThat(exchange.ledger()).hasSize(1);
  }

  @Test
  void takesNoReadingForNewThatMayBeOlderThanTheLastTransfer() {
    Recovery recovery = new Recovery(ASSIGNMENT, venue, journal);
    journal.adopt("main", ASSIGNMENT.policy(), clock.millis());
    Holdings before = holdings();
    assertThat(recovery.isAfterLastMove(before, clock.millis())).as("none yet").isTrue();
    Tick tick = process(venue);
    tick.run();
    clock.advance(Duration.ofSeconds(30));
    tick.run();
    assertThat(first().state()).isEqualTo(IntentState.SETTLED);
    long settled = clock.millis();
    long window =
        Settlement.given(Duration.ofSeconds(30), LIMITS.fingerprint()).window().toMillis();
    assertThat(recovery.isAfterLastMove(before, settled)).isFalse();
    assertThat(recovery.isAfterLastMove(holdings(), settled)).isTrue();
    assertThat(recovery.isAfterLastMove(before, settled + window - 1)).isFalse();
    assertThat(recovery.isAfterLastMove(before, settled + window)).isTrue();
  }
}
