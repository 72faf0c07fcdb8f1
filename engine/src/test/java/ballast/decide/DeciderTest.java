package ballast.decide;

import static ballast.strategy.Direction.EARN_TO_FUTURE;
import static ballast.strategy.Direction.FUTURE_TO_EARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.Decision.Kind;
import ballast.decide.Samples.Answers;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Hold;
import ballast.strategy.Memory;
import ballast.strategy.Need;
import ballast.strategy.Proposal;
import ballast.strategy.Proposal.Move;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Strategy and guard together, through the two questions that the tick asks. */
class DeciderTest {
  private static final Decider DECIDER = new Decider(Samples.band(), Samples.LIMITS);

  @Test
  void asksForTheNeededDirectionOnly() {
    assertThat(DECIDER.asks(Samples.situation("150000"), Samples.GOOD)).contains(EARN_TO_FUTURE);
    assertThat(DECIDER.asks(Samples.situation("330000"), Samples.GOOD)).contains(FUTURE_TO_EARN);
    assertThat(DECIDER.asks(Samples.situation("200000"), Samples.GOOD)).isEmpty();
  }

  static Stream<Standing> objectionable() {
    return Stream.of(
        Samples.open(7),
        Samples.paused(Direction.values()),
        Samples.status(AccountStatus.ACTIVE_LIQUIDATION),
        Samples.status(AccountStatus.FORCE_LIQUIDATION),
        Samples.status(AccountStatus.BANKRUPTED),
        Samples.age(15_001),
        Samples.moved("120000"));
  }

  @ParameterizedTest
  @MethodSource("objectionable")
  void asksNothingAndRefusesWhereARuleObjectsAnyway(Standing standing) {
    for (String equity : new String[] {"150000", "330000"}) {
      Situation.Recorded situation = Samples.situation(equity);
      assertThat(DECIDER.asks(situation, standing)).isEmpty();
      Decision decision = DECIDER.decide(new Facts(situation, standing, Optional.empty()));
      assertThat(decision.kind()).isEqualTo(Kind.REFUSED);
      assertThat(decision.direction()).isPresent();
      assertThat(decision.rule()).isPresent();
      assertThat(decision.amount()).isEqualTo(Usdt.ZERO);
    }
  }

  @Test
  void asksNothingDuringTheGap() {
    Situation.Recorded situation = Samples.situation("150000", Samples.NOW - 1);
    assertThat(DECIDER.asks(situation, Samples.GOOD)).isEmpty();
    assertThat(DECIDER.decide(new Facts(situation, Samples.GOOD, Optional.empty())).rule())
        .contains(Rule.MIN_GAP);
  }

  @Test
  void asksInADryRunTooSoThatTheAmountIsWorkedOut() {
    Decider dry = new Decider(Samples.band(), Samples.dryRun());
    assertThat(dry.asks(Samples.situation("190000"), Samples.GOOD)).isEmpty();
    assertThat(dry.asks(Samples.situation("150000"), Samples.GOOD)).contains(EARN_TO_FUTURE);
    Decision decision = dry.decide(Samples.facts("150000", EARN_TO_FUTURE, "20000"));
    assertThat(decision.kind()).isEqualTo(Kind.REFUSED);
    assertThat(decision.rule()).contains(Rule.DRY_RUN);
    assertThat(decision.proposed()).isEqualTo(Usdt.of(20_000));
    assertThat(decision.amount()).isEqualTo(Usdt.ZERO);
    assertThat(decision.reason()).isEqualTo("dry run: would move 20000 LDUSDT EARN_TO_FUTURE");
  }

  @Test
  void keepsTheRescueOpenWhileTheYieldLegIsPaused() {
    Standing standing = Samples.paused(FUTURE_TO_EARN);
    assertThat(DECIDER.asks(Samples.situation("150000"), standing)).contains(EARN_TO_FUTURE);
    assertThat(DECIDER.asks(Samples.situation("330000"), standing)).isEmpty();
  }

  @Test
  void keepsTheYieldLegOpenWhileTheRescueIsPaused() {
    Standing standing = Samples.paused(EARN_TO_FUTURE);
    assertThat(DECIDER.asks(Samples.situation("150000"), standing)).isEmpty();
    assertThat(DECIDER.asks(Samples.situation("330000"), standing)).contains(FUTURE_TO_EARN);
  }

  @Test
  void holdsWithTheStrategysReason() {
    Facts facts = Samples.facts("200000");
    assertThat(DECIDER.decide(facts))
        .isEqualTo(
            new Decision(
                facts,
                Kind.HOLD,
                Optional.empty(),
                Usdt.ZERO,
                Usdt.ZERO,
                Optional.empty(),
                "uniMMR is inside the band",
                Memory.NONE));
  }

  @Test
  void holdsWithTheDirectionWhenNothingIsTransferable() {
    Decision decision = DECIDER.decide(Samples.facts("150000", EARN_TO_FUTURE, "0"));
    assertThat(decision.kind()).isEqualTo(Kind.HOLD);
    assertThat(decision.direction()).contains(EARN_TO_FUTURE);
    assertThat(decision.reason()).isEqualTo("nothing is transferable in the needed direction");
  }

  @Test
  void movesWhatTheStrategyProposes() {
    Facts facts = Samples.facts("180000", EARN_TO_FUTURE, "1000000");
    assertThat(DECIDER.decide(facts).kind()).isEqualTo(Kind.HOLD);
    Facts below = Samples.facts("150000", EARN_TO_FUTURE, "30000");
    assertThat(DECIDER.decide(below))
        .isEqualTo(
            new Decision(
                below,
                Kind.MOVE,
                Optional.of(EARN_TO_FUTURE),
                Usdt.of(30_000),
                Usdt.of(30_000),
                Optional.empty(),
                "uniMMR is below low: bring it to low-target",
                Memory.NONE));
  }

  @Test
  void movesTheCapAndSaysWhoCut() {
    Decision decision = DECIDER.decide(Samples.facts("150000", EARN_TO_FUTURE, "1000000"));
    assertThat(decision.kind()).isEqualTo(Kind.MOVE);
    assertThat(decision.proposed()).isEqualTo(Usdt.of(100_000));
    assertThat(decision.amount()).isEqualTo(Usdt.of(50_000));
    assertThat(decision.rule()).contains(Rule.PER_TRANSFER);
    assertThat(decision.reason())
        .isEqualTo("uniMMR is below low: bring it to low-target; cut to per-transfer");
  }

  @Test
  void refusesAProposalBeyondWhatIsTransferable() {
    Decider greedy =
        new Decider(new Answers(EARN_TO_FUTURE, new Move(Usdt.of(101), "all")), Samples.LIMITS);
    Decision decision = greedy.decide(Samples.facts("150000", EARN_TO_FUTURE, "100"));
    assertThat(decision.rule()).contains(Rule.BEYOND_TRANSFERABLE);
    assertThat(decision.proposed()).isEqualTo(Usdt.of(101));
    assertThat(decision.amount()).isEqualTo(Usdt.ZERO);
  }

  @Test
  void refusesToDecideWithoutTheAmountItAskedFor() {
    assertThatThrownBy(() -> DECIDER.decide(Samples.facts("150000")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the facts lack the transferable amount EARN_TO_FUTURE");
  }

  @Test
  void refusesToDecideWithTheAmountOfTheOtherDirection() {
    assertThatThrownBy(() -> DECIDER.decide(Samples.facts("150000", FUTURE_TO_EARN, "100")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the strategy needs EARN_TO_FUTURE, the facts have FUTURE_TO_EARN");
  }

  @Test
  void ignoresAnAmountThatAHoldDoesNotNeed() {
    Decision decision = DECIDER.decide(Samples.facts("200000", EARN_TO_FUTURE, "100"));
    assertThat(decision.kind()).isEqualTo(Kind.HOLD);
    assertThat(decision.direction()).isEmpty();
  }

  @Test
  void recordsAStrategyThatThrowsAtFirstSight() {
    Decider faulty = new Decider(new Faulty(true, "no\nway"), Samples.LIMITS);
    assertThat(faulty.asks(Samples.situation("150000"), Samples.GOOD)).isEmpty();
    Decision decision = faulty.decide(Samples.facts("150000"));
    assertThat(decision.kind()).isEqualTo(Kind.REFUSED);
    assertThat(decision.rule()).contains(Rule.STRATEGY_FAULT);
    assertThat(decision.reason()).isEqualTo("IllegalStateException: no");
    assertThat(decision.direction()).isEmpty();
  }

  @Test
  void recordsAStrategyThatThrowsAtTheAmount() {
    Decider faulty = new Decider(new Faulty(false, "boom"), Samples.LIMITS);
    Decision decision = faulty.decide(Samples.facts("150000", EARN_TO_FUTURE, "100"));
    assertThat(decision.rule()).contains(Rule.STRATEGY_FAULT);
    assertThat(decision.direction()).contains(EARN_TO_FUTURE);
    assertThat(decision.amount()).isEqualTo(Usdt.ZERO);
    assertThat(decision.memory()).isEqualTo(Memory.NONE);
  }

  @Test
  void letsAStrategyHoldAfterAll() {
    Decider timid = new Decider(new Answers(EARN_TO_FUTURE, new Hold("no")), Samples.LIMITS);
    assertThat(timid.decide(Samples.facts("150000", EARN_TO_FUTURE, "100")).kind())
        .isEqualTo(Kind.HOLD);
  }

  private record Faulty(boolean atOnce, String message) implements Strategy {
    @Override
    public Need need(Situation situation) {
      if (atOnce) {
        throw new IllegalStateException(message);
      }
      return EARN_TO_FUTURE;
    }

    @Override
    public Proposal propose(Situation situation, Transferable transferable) {
      throw new IllegalStateException(message);
    }
  }
}
