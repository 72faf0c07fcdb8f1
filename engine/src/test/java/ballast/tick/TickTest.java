package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decider;
import ballast.decide.Decision;
import ballast.decide.Fingerprint;
import ballast.decide.Limits;
import ballast.decide.Rule;
import ballast.decide.ShippedStrategies;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.MemoryJournal;
import ballast.journal.OperatorAct;
import ballast.journal.Policy;
import ballast.journal.RecordedTick;
import ballast.journal.Span;
import ballast.notify.LogNotifier;
import ballast.notify.Notifier;
import ballast.notify.TickReport;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperVenue;
import ballast.paper.Scenario;
import ballast.simulation.ForwardingJournal;
import ballast.strategy.Direction;
import ballast.strategy.Parameters;
import ballast.strategy.Situation;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import ballast.venue.Venue;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The whole tick on the paper account of March 2020, in process, cranked by hand. */
class TickTest {
  private static final Limits LIMITS =
      new Limits(false, Usdt.of(250_000), Usdt.of(1_000_000), Usdt.of(100), 60_000, 15_000);
  private static final StrategyFactory TARGET_BAND = ShippedStrategies.targetBand();

  /**
   * 400,000 of equity over 50,000 of maintenance margin is 8x: below this low, so the first tick
   * moves at once.
   */
  private static final Map<String, String> MOVES_AT_ONCE =
      Map.of("low", "9x", "low-target", "10x", "high-target", "30x", "high", "40x");

  private static final Map<String, String> HOLDS =
      Map.of("low", "5x", "low-target", "7x", "high-target", "12x", "high", "16x");

  private final PaperClock clock = PaperClock.cranked(1_800_000_000_000L);
  private final PaperExchange exchange =
      new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());
  private final MemoryJournal journal = new MemoryJournal();
  private final List<TickReport> told = new ArrayList<>();
  private long nanos;

  @BeforeEach
  void nothingMovedYet() {
    assertThat(exchange.ledger()).isEmpty();
  }

  private Tick tick(Map<String, String> parameters, Limits limits, String faults) {
    return tick(parameters, limits, Faults.parse(faults));
  }

  private Tick tick(Map<String, String> parameters, Limits limits, Faults faults) {
    return tick(parameters, limits, new PaperVenue(exchange, clock, faults));
  }

  private Tick tick(Map<String, String> parameters, Limits limits, Venue venue) {
    return tick(parameters, limits, venue, told::add);
  }

  private Tick tick(Map<String, String> parameters, Limits limits, Venue venue, Notifier notifier) {
    return tick(parameters, limits, venue, notifier, journal);
  }

  private Tick tick(
      Map<String, String> parameters,
      Limits limits,
      Venue venue,
      Notifier notifier,
      Journal books) {
    Policy policy = new Policy("target-band", new TreeMap<>(parameters), limits, "test");
    Decider decider =
        new Decider(
            TARGET_BAND.create(Parameters.of(TARGET_BAND.parameters(), parameters)), limits);
    Assignment assignment = new Assignment("main", policy, decider, TARGET_BAND::recall);
    journal.adopt("main", policy, clock.millis());
    return new Tick(assignment, venue, books, notifier, clock, () -> nanos);
  }

  private static String fault(String kind) {
    return "{\"seed\": 1, \"faults\": [{\"kind\": \""
        + kind
        + "\", \"path\": \"earn-asset-transfer\", \"nth\": 1, \"count\": 1}]}";
  }

  private Intent onlyIntent() {
    List<Intent> intents = journal.reader().intents(Span.everything());
    assertThat(intents).hasSize(1);
    return intents.get(0);
  }

  private Decision decision(TickReport report) {
    assertThat(report).isInstanceOf(TickReport.Decided.class);
    return ((TickReport.Decided) report).decision();
  }

  @Test
  void holdsInsideTheBandAndJournalsWhy() {
    TickReport report = tick(HOLDS, LIMITS, Faults.none()).run();
    assertThat(decision(report).kind()).isEqualTo(Decision.Kind.HOLD);
    List<RecordedTick> ticks = new ArrayList<>();
    journal.flush();
    journal.reader().ticks(Span.everything(), ticks::add);
    assertThat(ticks).hasSize(1);
    assertThat(((RecordedTick.Decided) ticks.get(0)).decision().canonical())
        .isEqualTo(decision(report).canonical());
    assertThat(exchange.ledger()).isEmpty();
  }

  @Test
  void movesOnceAndSettlesAtTheNextTick() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, Faults.none());
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.CONFIRMED);
    assertThat(exchange.ledger()).hasSize(1);
    assertThat(exchange.ledger().get(0).amount()).isEqualTo(onlyIntent().amount());
    clock.advance(Duration.ofSeconds(30));
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.SETTLED);
    assertThat(exchange.ledger()).hasSize(1);
  }

  private Decision scheduled(String faults) {
    StrategyFactory factory = ShippedStrategies.named("scheduled-liquidity");
    Map<String, String> texts = new TreeMap<>(HOLDS);
    texts.put("funding", "expected else 1%");
    Parameters parameters = Parameters.of(factory.parameters(), texts);
    Policy policy = new Policy(factory.name(), parameters.texts(), LIMITS, "test");
    journal.adopt("main", policy, clock.millis());
    Assignment assignment =
        new Assignment(
            "main", policy, new Decider(factory.create(parameters), LIMITS), factory::recall);
    PaperVenue venue = new PaperVenue(exchange, clock, Faults.parse(faults));
    return decision(new Tick(assignment, venue, journal, told::add, clock, () -> nanos).run());
  }

  @Test
  void readsTheExpectedFundingForAStrategyThatUsesIt() {
    Situation situation = scheduled("{\"seed\": 1, \"faults\": []}").facts().situation();
    assertThat(situation.fundingE8()).isEqualTo(exchange.funding().amount().e8()).isPositive();
    assertThat(situation.fundingMillis())
        .isEqualTo(exchange.funding().dueMillis().orElseThrow())
        .isGreaterThan(clock.millis());
  }

  @Test
  void decidesWithoutTheExpectedFundingWhereItCannotBeRead() {
    Decision decision =
        scheduled(fault("http-5xx-before-effect").replace("earn-asset-transfer", "positionRisk"));
    assertThat(decision.facts().situation().fundingE8()).isEqualTo(Situation.UNKNOWN);
    assertThat(decision.facts().situation().fundingMillis()).isEqualTo(Situation.NEVER);
    assertThat(decision.kind()).isEqualTo(Decision.Kind.HOLD);
  }

  @Test
  void asksForNoFundingWhereNobodyUsesIt() {
    Decision decision =
        decision(
            tick(
                    HOLDS,
                    LIMITS,
                    fault("http-5xx-before-effect").replace("earn-asset-transfer", "positionRisk"))
                .run());
    assertThat(decision.facts().situation().fundingE8()).isEqualTo(Situation.UNKNOWN);
  }

  @Test
  void movesNothingInADryRunButSaysWhatItWouldMove() {
    Limits dryRun =
        new Limits(true, Usdt.of(250_000), Usdt.of(1_000_000), Usdt.of(100), 60_000, 15_000);
    Decision decision = decision(tick(MOVES_AT_ONCE, dryRun, Faults.none()).run());
    assertThat(decision.rule()).contains(Rule.DRY_RUN);
    assertThat(decision.proposed().isPositive()).isTrue();
    assertThat(exchange.ledger()).isEmpty();
  }

  @Test
  void findsATransferThatWasExecutedAlthoughItsAnswerWasLost() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, fault("timeout-after-effect"));
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    clock.advance(Duration.ofSeconds(30));
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.SETTLED);
    assertThat(exchange.ledger()).hasSize(1);
  }

  @Test
  void waitsTheQuietWindowBeforeItBelievesThatNothingWasExecuted() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, fault("timeout-before-effect"));
    tick.run();
    clock.advance(Duration.ofSeconds(30));
    Decision blocked = decision(tick.run());
    assertThat(blocked.rule()).contains(Rule.OPEN_INTENT);
    assertThat(exchange.ledger()).isEmpty();
    clock.advance(Settlement.STANDARD.window());
    tick.run();
    List<Intent> intents = journal.reader().intents(Span.everything());
    assertThat(intents).hasSize(2);
    assertThat(intents.get(0).state()).isEqualTo(IntentState.NOT_APPLIED);
    assertThat(intents.get(1).state()).isEqualTo(IntentState.CONFIRMED);
    assertThat(exchange.ledger()).hasSize(1);
  }

  @Test
  void holdsTheIntentWhenSomeoneElseMovedToo() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, fault("timeout-before-effect"));
    tick.run();
    exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(12_345));
    clock.advance(Settlement.STANDARD.window().plusSeconds(1));
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    clock.advance(Settlement.STANDARD.window());
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.HELD);
    clock.advance(Duration.ofDays(1));
    assertThat(decision(tick.run()).rule()).contains(Rule.OPEN_INTENT);
  }

  @Test
  void watchesAWholeWindowOfItsOwnAfterARestart() {
    tick(MOVES_AT_ONCE, LIMITS, fault("timeout-before-effect")).run();
    clock.advance(Settlement.STANDARD.window().multipliedBy(20));
    Tick restarted = tick(MOVES_AT_ONCE, LIMITS, Faults.none());
    restarted.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    clock.advance(Settlement.STANDARD.window());
    restarted.run();
    assertThat(journal.reader().intents(Span.everything()).get(0).state())
        .isEqualTo(IntentState.NOT_APPLIED);
  }

  @Test
  void holdsAnUnknownTransferOfAnAccountThatNeverStandsStill() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, fault("timeout-before-effect"));
    tick.run();
    for (int i = 0; i < 7 && onlyIntent().state() == IntentState.UNKNOWN; i++) {
      exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(10 + i));
      clock.advance(Settlement.STANDARD.window().minusSeconds(1));
      tick.run();
    }
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    clock.advance(Duration.ofSeconds(10));
    exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(17));
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.HELD);
  }

  @Test
  void knowsItsOwnTransferByItsFingerprintAlthoughSomeoneElseMovedToo() {
    Limits marked =
        new Limits(
            false,
            Usdt.of(250_000),
            Usdt.of(1_000_000),
            Usdt.of(100),
            60_000,
            15_000,
            Fingerprint.FINEST,
            Optional.empty());
    Tick tick = tick(MOVES_AT_ONCE, marked, fault("timeout-after-effect"));
    tick.run();
    exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(12_345));
    clock.advance(Duration.ofSeconds(30));
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.UNKNOWN);
    clock.advance(Settlement.STANDARD.window());
    tick.run();
    assertThat(journal.reader().intents(Span.everything()).get(0).state())
        .isEqualTo(IntentState.SETTLED);
  }

  @Test
  void goesOnOnceAnOperatorHasResolvedAHeldIntent() {
    holdsTheIntentWhenSomeoneElseMovedToo();
    journal.act(
        new OperatorAct(
            "main",
            clock.millis(),
            OperatorAct.Kind.RESOLVE_NOT_APPLIED,
            Optional.empty(),
            onlyIntent().id(),
            "the ledger of the exchange does not have it"));
    assertThat(decision(tick(MOVES_AT_ONCE, LIMITS, Faults.none()).run()).kind())
        .isEqualTo(Decision.Kind.MOVE);
  }

  @Test
  void repeatsNoAmountWhenItsOwnMoveIsNotVisibleYet() {
    Tick tick =
        tick(
            MOVES_AT_ONCE,
            LIMITS,
            "{\"seed\": 1, \"faults\": [{\"kind\": \"read-lag\", \"lag\": \"5m\"}]}");
    tick.run();
    for (int i = 0; i < 9; i++) {
      clock.advance(Duration.ofSeconds(30));
      assertThat(decision(tick.run()).rule()).contains(Rule.OPEN_INTENT);
    }
    clock.advance(Duration.ofSeconds(60));
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.SETTLED);
    assertThat(exchange.ledger()).hasSize(1);
  }

  @Test
  void recordsARefusalOfTheExchangeAndMayTryAgainLater() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, fault("http-429"));
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.REJECTED);
    clock.advance(Duration.ofMinutes(1));
    tick.run();
    assertThat(exchange.ledger()).hasSize(1);
  }

  @Test
  void waitsTwiceAsLongAfterEveryRefusalInARowUpToSixteenMinutes() {
    Tick tick =
        tick(
            MOVES_AT_ONCE,
            LIMITS,
            "{\"seed\": 1, \"faults\": [{\"kind\": \"http-429\", \"path\": \"earn-asset-transfer\"}]}");
    int refused = 0;
    for (long minutes : new long[] {0, 1, 2, 4, 8, 16, 16}) {
      clock.advance(Duration.ofMinutes(minutes).minusMillis(minutes == 0 ? 0 : 1));
      if (minutes > 0) {
        assertThat(tick.run())
            .isInstanceOfSatisfying(
                TickReport.Skipped.class,
                skipped -> assertThat(skipped.reason()).contains("refused in a row: "));
        clock.advance(Duration.ofMillis(1));
      }
      tick.run();
      refused++;
      assertThat(journal.reader().intents(Span.everything()))
          .as("after %s minutes", minutes)
          .hasSize(refused)
          .allMatch(intent -> intent.state() == IntentState.REJECTED);
    }
    assertThat(exchange.ledger()).isEmpty();
  }

  @Test
  void movesNothingWhileTheDiskIsLowAndSaysSo() {
    AtomicBoolean low = new AtomicBoolean(true);
    Journal onALowDisk =
        new ForwardingJournal(journal) {
          @Override
          public Optional<String> noRoom() {
            return low.get() ? Optional.of("the disk is low") : Optional.empty();
          }
        };
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, new PaperVenue(exchange, clock), told::add, onALowDisk);
    assertThat(tick.run())
        .isInstanceOfSatisfying(
            TickReport.Skipped.class,
            skipped -> assertThat(skipped.reason()).isEqualTo("the disk is low"));
    assertThat(journal.reader().intents(Span.everything())).isEmpty();
    low.set(false);
    tick.run();
    assertThat(exchange.ledger()).hasSize(1);
  }

  @Test
  void leavesARowWhenTheAccountCannotBeRead() {
    Tick tick =
        tick(
            HOLDS,
            LIMITS,
            "{\"seed\": 1, \"faults\": [{\"kind\": \"garbage\", \"path\": \"portfolio/account\", \"nth\": 1, \"count\": 1}]}");
    assertThat(tick.run()).isInstanceOf(TickReport.Skipped.class);
    List<RecordedTick> ticks = new ArrayList<>();
    journal.flush();
    journal.reader().ticks(Span.everything(), ticks::add);
    assertThat(ticks).singleElement().isInstanceOf(RecordedTick.Skipped.class);
  }

  @Test
  void sendsNothingWhenTheJournalTookTooLong() {
    Policy policy = new Policy("target-band", new TreeMap<>(MOVES_AT_ONCE), LIMITS, "test");
    Decider decider =
        new Decider(
            TARGET_BAND.create(Parameters.of(TARGET_BAND.parameters(), MOVES_AT_ONCE)), LIMITS);
    Assignment assignment = new Assignment("main", policy, decider, TARGET_BAND::recall);
    // every look at the monotonic clock finds it a second later
    Tick slow =
        new Tick(
            assignment,
            new PaperVenue(exchange, clock),
            journal,
            told::add,
            clock,
            () -> nanos += Duration.ofSeconds(1).toNanos());
    slow.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.NOT_SENT);
    assertThat(exchange.ledger()).isEmpty();
  }

  @Test
  void settlesWhatAnEarlierProcessLeftBehind() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, fault("timeout-after-effect"));
    tick.run();
    clock.advance(Duration.ofMinutes(1));
    // a new process: another Tick on the same books
    tick(MOVES_AT_ONCE, LIMITS, Faults.none()).run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.SETTLED);
  }

  @Test
  void obeysAPauseOfOneDirectionAtTheNextTick() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, Faults.none());
    journal.act(
        new OperatorAct(
            "main",
            clock.millis(),
            OperatorAct.Kind.PAUSE,
            Optional.of(Direction.EARN_TO_FUTURE),
            0,
            ""));
    assertThat(decision(tick.run()).rule()).contains(Rule.PAUSED);
    assertThat(exchange.ledger()).isEmpty();
  }

  @Test
  void sendsNothingWhenItIsPausedBetweenDecidingAndSending() {
    Venue pausedWhileItReads =
        new ElsewhereVenue(
            new PaperVenue(exchange, clock),
            () -> journal.act(pause(Optional.of(Direction.EARN_TO_FUTURE))));
    tick(MOVES_AT_ONCE, LIMITS, pausedWhileItReads).run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.ABANDONED);
    assertThat(onlyIntent().detail()).contains("paused");
    assertThat(exchange.ledger()).isEmpty();
    assertThat(told).hasSize(1);
  }

  private OperatorAct pause(Optional<Direction> direction) {
    return new OperatorAct("main", clock.millis(), OperatorAct.Kind.PAUSE, direction, 0, "");
  }

  @Test
  void recordsWhatSomeoneElseMovedAndGoesOn() {
    Tick tick = tick(HOLDS, LIMITS, Faults.none());
    tick.run();
    exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(12_345));
    clock.advance(Duration.ofSeconds(30));
    assertThat(decision(tick.run()).kind()).isEqualTo(Decision.Kind.HOLD);
    tick.run();
    assertThat(journal.reader().foreign(Span.everything()))
        .singleElement()
        .satisfies(move -> assertThat(move.size()).isEqualTo(Usdt.of(12_345)));
    assertThat(journal.reader().acts(Span.everything())).isEmpty();
  }

  @Test
  void haltsBothWaysUntilResumedOnceOthersMovedMoreThanOneTransferInADay() {
    Tick tick = tick(HOLDS, LIMITS, Faults.none());
    tick.run();
    exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(200_000));
    tick.run();
    exchange.transfer(Direction.FUTURE_TO_EARN, Usdt.of(50_001));
    tick.run();
    assertThat(journal.reader().acts(Span.everything()))
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.kind()).isEqualTo(OperatorAct.Kind.PAUSE);
              assertThat(act.direction()).isEmpty();
              assertThat(act.reason()).startsWith("ballast: others moved 250001 LDUSDT today");
            });
    Map<String, String> stillTooLow =
        Map.of("low", "19x", "low-target", "20x", "high-target", "30x", "high", "40x");
    Tick needy = tick(stillTooLow, LIMITS, Faults.none());
    clock.advance(Duration.ofDays(1));
    assertThat(decision(needy.run()).rule()).contains(Rule.PAUSED);
    journal.act(
        new OperatorAct(
            "main", clock.millis(), OperatorAct.Kind.RESUME, Optional.empty(), 0, "it was me"));
    assertThat(decision(needy.run()).kind()).isEqualTo(Decision.Kind.MOVE);
  }

  @Test
  void recordsWhatAPersonMovesBesideADryRunAndHaltsNothing() {
    Limits dryRun =
        new Limits(true, Usdt.of(250_000), Usdt.of(1_000_000), Usdt.of(100), 60_000, 15_000);
    Tick tick = tick(HOLDS, dryRun, Faults.none());
    tick.run();
    exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(300_000));
    tick.run();
    assertThat(journal.reader().foreign(Span.everything())).hasSize(1);
    assertThat(journal.books("main", clock.millis()).paused()).isEmpty();
  }

  @Test
  void callsNoMoveOfItsOwnForeign() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, fault("timeout-after-effect"));
    for (int i = 0; i < 6; i++) {
      tick.run();
      clock.advance(Duration.ofSeconds(45));
    }
    assertThat(exchange.ledger().size()).isPositive();
    assertThat(journal.reader().foreign(Span.everything())).isEmpty();
  }

  @Test
  void explainsWhatOthersMovedWhileAnIntentWasOpen() {
    knowsItsOwnTransferByItsFingerprintAlthoughSomeoneElseMovedToo();
    assertThat(journal.reader().foreign(Span.everything()))
        .singleElement()
        .satisfies(move -> assertThat(move.size()).isEqualTo(Usdt.of(12_345)));
  }

  @Test
  void findsASecondExecutionOfTheSameTransfer() {
    Tick tick = tick(MOVES_AT_ONCE, LIMITS, Faults.none());
    tick.run();
    clock.advance(Duration.ofSeconds(30));
    exchange.transfer(onlyIntent().direction(), onlyIntent().amount());
    clock.advance(Settlement.STANDARD.window());
    tick.run();
    clock.advance(Settlement.STANDARD.window());
    tick.run();
    assertThat(onlyIntent().state()).isEqualTo(IntentState.HELD);
  }

  @Test
  void restsNothingOnAReadingThatASecondOneContradicts() {
    tick(HOLDS, LIMITS, Faults.none()).run();
    exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(7));
    Venue contradictory =
        new ElsewhereVenue(
            new PaperVenue(exchange, clock),
            () -> exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(8)));
    assertThat(tick(HOLDS, LIMITS, contradictory).run()).isInstanceOf(TickReport.Skipped.class);
    assertThat(journal.reader().foreign(Span.everything())).isEmpty();
  }

  @Test
  void failsNoTickWhenTheNotifierThrows() {
    Policy policy = new Policy("target-band", new TreeMap<>(HOLDS), LIMITS, "test");
    Decider decider =
        new Decider(TARGET_BAND.create(Parameters.of(TARGET_BAND.parameters(), HOLDS)), LIMITS);
    Assignment assignment = new Assignment("main", policy, decider, TARGET_BAND::recall);
    Tick tick =
        new Tick(
            assignment,
            new PaperVenue(exchange, clock),
            journal,
            report -> {
              throw new IllegalStateException("no network");
            },
            clock,
            () -> nanos);
    assertThat(decision(tick.run()).kind()).isEqualTo(Decision.Kind.HOLD);
  }

  @Test
  void movesAlthoughItsLogCannotBeWritten() {
    Logger all = (Logger) LoggerFactory.getLogger("ballast");
    AppenderBase<ILoggingEvent> full =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            throw new IllegalStateException("the disk of the log is full");
          }
        };
    full.setContext(all.getLoggerContext());
    full.start();
    all.addAppender(full);
    try {
      Notifier log = new LogNotifier();
      TickReport report =
          tick(MOVES_AT_ONCE, LIMITS, new PaperVenue(exchange, clock, Faults.none()), log).run();
      assertThat(decision(report).kind()).isEqualTo(Decision.Kind.MOVE);
      assertThat(onlyIntent().state()).isEqualTo(IntentState.CONFIRMED);
      assertThat(full.getStatusManager().getCount()).as("the appender was asked").isPositive();
    } finally {
      all.detachAppender(full);
    }
  }

  @Test
  void tellsOfEveryTick() {
    Tick tick = tick(HOLDS, LIMITS, Faults.none());
    tick.run();
    tick.run();
    assertThat(told).hasSize(2);
  }
}
