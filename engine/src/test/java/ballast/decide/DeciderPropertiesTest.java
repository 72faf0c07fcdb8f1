package ballast.decide;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision.Kind;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every decision, over seeded facts; another seed with {@code -Dballast.seed=…}. */
class DeciderPropertiesTest {
  private static final long SEED = Long.getLong("ballast.seed", 20200312L);
  private static final int CASES = 20_000;

  private interface Check {
    void of(Decider decider, Facts facts, Decision decision, String at);
  }

  @Test
  void decidesTheSameTwice() {
    Decider twin = new Decider(Samples.band(), Samples.LIMITS);
    overManyFacts(
        Samples.LIMITS,
        (decider, facts, decision, at) -> {
          assertThat(decision.facts()).as(at).isEqualTo(facts);
          assertThat(twin.decide(copy(facts)).canonical()).as(at).isEqualTo(decision.canonical());
        });
  }

  @Test
  void asksNothingWhereTheAnswerCannotMatter() {
    overManyFacts(
        Samples.LIMITS,
        (decider, facts, decision, at) -> {
          boolean asked = decider.asks(facts.situation(), facts.standing()).isPresent();
          assertThat(asked).as(at).isEqualTo(facts.transferable().isPresent());
          if (!asked) {
            assertThat(decision.kind()).as(at).isNotEqualTo(Kind.MOVE);
            assertThat(decision.proposed()).as(at).isEqualTo(Usdt.ZERO);
          }
        });
  }

  @Test
  void neverMovesBeyondAnyLimit() {
    Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    overManyFacts(
        Samples.LIMITS,
        (decider, facts, decision, at) -> {
          seen.merge(decision.kind(), 1, Integer::sum);
          Standing standing = facts.standing();
          if (decision.kind() != Kind.MOVE) {
            assertThat(decision.amount()).as(at).isEqualTo(Usdt.ZERO);
            assertThat(decision.rule().isPresent())
                .as(at)
                .isEqualTo(decision.kind() == Kind.REFUSED);
            return;
          }
          Direction direction = decision.direction().orElseThrow();
          assertThat(decision.amount())
              .as(at)
              .isLessThanOrEqualTo(decision.proposed())
              .isLessThanOrEqualTo(facts.transferable().orElseThrow().amount())
              .isLessThanOrEqualTo(Samples.LIMITS.perTransfer())
              .isGreaterThanOrEqualTo(Samples.LIMITS.minTransfer());
          assertThat(decision.amount().plus(standing.movedToday()))
              .as(at)
              .isLessThanOrEqualTo(Samples.LIMITS.perDay());
          assertThat(decision.rule().isPresent())
              .as(at)
              .isEqualTo(decision.amount().compareTo(decision.proposed()) < 0);
          assertThat(standing.hasOpenIntent()).as(at).isFalse();
          assertThat(standing.paused()).as(at).doesNotContain(direction);
          assertThat(standing.status().isLiquidating()).as(at).isFalse();
        });
    assertThat(seen.keySet()).containsExactlyInAnyOrder(Kind.values());
    assertThat(seen.values()).allSatisfy(count -> assertThat(count).isGreaterThan(500));
  }

  @Test
  void neverMovesInADryRun() {
    overManyFacts(
        Samples.dryRun(),
        (decider, facts, decision, at) ->
            assertThat(decision.kind()).as(at).isNotEqualTo(Kind.MOVE));
  }

  private static void overManyFacts(Limits limits, Check check) {
    Decider decider = new Decider(Samples.band(), limits);
    Random random = new Random(SEED);
    for (int i = 0; i < CASES; i++) {
      Situation.Recorded situation = situation(random);
      Standing standing = standing(random);
      Optional<Transferable> transferable =
          decider
              .asks(situation, standing)
              .map(
                  direction ->
                      new Transferable(
                          direction, Usdt.of(random.nextInt(200_000)), collateral(random)));
      Facts facts = new Facts(situation, standing, transferable);
      check.of(decider, facts, decider.decide(facts), "seed " + SEED + ", case " + i);
    }
  }

  private static Situation.Recorded situation(Random random) {
    long margin = random.nextInt(20) == 0 ? 0 : random.nextLong(Usdt.of(200_000).e8());
    return new Situation.Recorded(
        Samples.NOW + random.nextInt(1_000_000),
        random.nextLong(Usdt.of(1_000_000).e8()) - Usdt.of(100_000).e8(),
        margin,
        random.nextLong(Usdt.of(500_000).e8()),
        random.nextInt(4) == 0 ? Situation.NEVER : Samples.NOW - random.nextInt(3_000_000),
        Memory.NONE);
  }

  private static Standing standing(Random random) {
    EnumSet<Direction> paused = EnumSet.noneOf(Direction.class);
    for (Direction direction : Direction.values()) {
      if (random.nextInt(6) == 0) {
        paused.add(direction);
      }
    }
    AccountStatus[] statuses = AccountStatus.values();
    return new Standing(
        random.nextInt(3) > 0 ? AccountStatus.NORMAL : statuses[random.nextInt(statuses.length)],
        random.nextInt(17_000),
        Usdt.of(random.nextInt(130_000)),
        paused,
        random.nextInt(8) == 0 ? 1 + random.nextInt(99) : Standing.NO_INTENT);
  }

  private static Collateral collateral(Random random) {
    Usdt step = Usdt.of(1 + random.nextInt(400_000));
    return new Collateral(
        new Ratio(99_000_000 + random.nextInt(2_000_000)),
        List.of(
            new Collateral.Tier(Usdt.ZERO, step, Ratio.parse("0.999")),
            new Collateral.Tier(step, step.plus(step), new Ratio(random.nextInt(99_000_000)))));
  }

  private static Facts copy(Facts facts) {
    Situation.Recorded situation = facts.situation();
    Standing standing = facts.standing();
    return new Facts(
        new Situation.Recorded(
            situation.nowMillis(),
            situation.equityE8(),
            situation.maintenanceMarginE8(),
            situation.ldusdtInFuturesE8(),
            situation.lastMoveMillis(),
            situation.memory()),
        new Standing(
            standing.status(),
            standing.snapshotAgeMillis(),
            new Usdt(standing.movedToday().e8()),
            Set.copyOf(standing.paused()),
            standing.openIntent()),
        facts.transferable());
  }
}
