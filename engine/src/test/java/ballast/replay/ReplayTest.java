package ballast.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.Decision;
import ballast.decide.ShippedStrategies;
import ballast.journal.MemoryJournal;
import ballast.journal.RandomLife;
import ballast.journal.Span;
import ballast.journal.Ticks;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Usdt;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replay and verification. */
class ReplayTest {
  private final MemoryJournal journal = new MemoryJournal();

  private Replay replay() {
    return new Replay(journal.reader(), ShippedStrategies.byName());
  }

  private long adopt() {
    return journal.adopt("main", Ticks.POLICY, Ticks.START);
  }

  /** Records a hold at this uniMMR with another reason, as if it had been decided otherwise. */
  private void hold(long policy, String uniMmr, String reason) {
    AccountSnapshot snapshot = Ticks.account(Ticks.START, uniMmr);
    Decision decision = Ticks.decide(Ticks.POLICY, snapshot, journal.books("main", Ticks.START));
    journal.record(
        "main",
        policy,
        snapshot,
        new Decision(
            decision.facts(),
            Decision.Kind.HOLD,
            decision.direction(),
            Usdt.ZERO,
            Usdt.ZERO,
            decision.rule(),
            reason.isEmpty() ? decision.reason() : reason,
            decision.memory()));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void aLifeIsVerifiedInEveryPart(long seed) {
    new RandomLife(seed, journal, 3).live(300);
    Verification verification = Verification.of(journal.reader(), ShippedStrategies.byName());
    assertThat(verification.invariants()).as("seed " + seed).allMatch(one -> one.ok());
    assertThat(verification.ok()).as("seed " + seed + " " + verification).isTrue();
    assertThat(verification.decisions()).isGreaterThan(280);
    assertThat(verification.chain()).isEqualTo("ok");
    assertThat(verification.heads()).containsOnlyKeys("main", "second", "third");
  }

  @Test
  void anotherReasonIsADifferenceWithItsLine() {
    long policy = adopt();
    hold(policy, "2.5", "");
    hold(policy, "2.5", "because I say so");
    Replayed replayed = replay().again(Span.everything());
    assertThat(replayed.decisions()).isEqualTo(2);
    assertThat(replayed.mismatches()).isEqualTo(1);
    assertThat(replayed.differences())
        .containsExactly(
            new Difference(
                "main", 2, "reason=because I say so", "reason=uniMMR is inside the band"));
    assertThat(Verification.of(journal.reader(), ShippedStrategies.byName()).ok()).isFalse();
  }

  @Test
  void oneDecisionIsTakenAgainAlone() {
    long policy = adopt();
    hold(policy, "2.5", "");
    hold(policy, "2.5", "because I say so");
    assertThat(replay().again("main", 1)).extracting(Replayed::mismatches).isEqualTo(0L);
    assertThat(replay().again("main", 2)).extracting(Replayed::mismatches).isEqualTo(1L);
    assertThat(replay().again("main", 9)).extracting(Replayed::decisions).isEqualTo(0L);
  }

  @Test
  void aStrategyThatIsNotInstalledIsADifference() {
    hold(adopt(), "2.5", "");
    Replayed replayed = new Replay(journal.reader(), Map.of()).again(Span.everything());
    assertThat(replayed.differences())
        .singleElement()
        .extracting(Difference::replayed)
        .asString()
        .contains("target-band is not installed");
  }

  @Test
  void anotherStrategyShowsWhatItWouldHaveDecided() {
    long policy = adopt();
    hold(policy, "2.5", "");
    AccountSnapshot low = Ticks.account(Ticks.START + 1_000, "1.4");
    Decision move = Ticks.decide(Ticks.POLICY, low, journal.books("main", Ticks.START));
    journal.intend("main", policy, low, move, Ticks.holdings(Ticks.START));

    Replayed held = replay().with(Span.everything(), "hold", new TreeMap<>());
    assertThat(held.decisions()).isEqualTo(2);
    assertThat(held.differences())
        .containsExactly(new Difference("main", 2, "MOVE EARN_TO_FUTURE " + move.amount(), "HOLD"));
  }

  @Test
  void anAmountThatWasNotReadIsSaidToBe() {
    hold(adopt(), "2.5", "");
    TreeMap<String, String> eager = new TreeMap<>(Ticks.POLICY.parameters());
    eager.put("low", "2.55x");
    eager.put("low-target", "2.6x");
    Replayed replayed = replay().with(Span.everything(), "target-band", eager);
    assertThat(replayed.differences())
        .containsExactly(new Difference("main", 1, "HOLD", "EARN_TO_FUTURE, amount not read"));
  }

  @Test
  void anUnknownStrategyIsRefusedWithTheKnownOnes() {
    hold(adopt(), "2.5", "");
    assertThatThrownBy(() -> replay().with(Span.everything(), "astrology", new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("known are", "hold", "target-band");
  }

  @Test
  void onlyTheFirstTwentyDifferencesAreShown() {
    long policy = adopt();
    for (int i = 0; i < 25; i++) {
      hold(policy, "2.5", "because I say so");
    }
    Replayed replayed = replay().again(Span.everything());
    assertThat(replayed.mismatches()).isEqualTo(25);
    assertThat(replayed.differences()).hasSize(20);
  }

  @Test
  void aMoveBeyondItsCapsIsFound() {
    long policy = adopt();
    AccountSnapshot low = Ticks.account(Ticks.START, "1.4");
    Decision move = Ticks.decide(Ticks.POLICY, low, journal.books("main", Ticks.START));
    Decision greedy =
        new Decision(
            move.facts(),
            move.kind(),
            move.direction(),
            move.proposed(),
            Usdt.of(50_001),
            move.rule(),
            move.reason(),
            move.memory());
    journal.intend("main", policy, low, greedy, Ticks.holdings(Ticks.START));
    Verification verification = Verification.of(journal.reader(), ShippedStrategies.byName());
    assertThat(verification.invariants())
        .filteredOn(one -> !one.ok())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.id()).isEqualTo("I7");
              assertThat(broken.detail()).contains("50001");
            });
  }
}
