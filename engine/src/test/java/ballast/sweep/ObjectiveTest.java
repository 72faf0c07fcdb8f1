package ballast.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
  private static final Ratio FLOOR = Ratio.parse("1.5");
  private static final long YEAR_MILLIS = 365L * 86_400_000;

  private static Walk walk(String lowest, long held, int transfers) {
    return new Walk(
        1_000,
        YEAR_MILLIS,
        OptionalLong.empty(),
        Ratio.parse(lowest),
        3,
        Usdt.of(held),
        transfers,
        Usdt.ZERO,
        Usdt.ZERO,
        7_200_000);
  }

  private static Walk dead(int steps) {
    return new Walk(
        steps,
        YEAR_MILLIS,
        OptionalLong.of(steps),
        Ratio.ONE,
        3,
        Usdt.of(1),
        0,
        Usdt.ZERO,
        Usdt.ZERO,
        0);
  }

  private static List<Walk> ranked(Objective objective, Walk... walks) {
    return Stream.of(walks).sorted(objective.order()).toList();
  }

  @Test
  void whoeverKeepsTheFloorComesFirstHoweverMuchItHolds() {
    Walk kept = walk("1.50000001", 900_000, 90);
    Walk atFloor = walk("1.5", 10, 1);
    Walk under = walk("1.2", 5, 0);
    Walk longer = dead(900);
    Walk shorter = dead(800);
    for (Objective objective :
        List.of(
            new Objective.LeastInFutures(FLOOR),
            new Objective.FewestTransfers(FLOOR),
            new Objective.LeastCost(FLOOR, Usdt.of(5), Ratio.parse("0.08"), Usdt.ZERO))) {
      assertThat(ranked(objective, shorter, under, longer, atFloor, kept))
          .containsExactly(kept, atFloor, under, longer, shorter);
    }
  }

  @Test
  void eachObjectiveMakesItsOwnFigureSmall() {
    Walk busy = walk("2", 200_000, 40);
    Walk idle = walk("2", 300_000, 2);
    assertThat(ranked(new Objective.LeastInFutures(FLOOR), idle, busy)).startsWith(busy);
    assertThat(ranked(new Objective.FewestTransfers(FLOOR), busy, idle)).startsWith(idle);
  }

  @Test
  void costIsTransfersAndCapitalAndTimeBelowAtTheirPrices() {
    Objective cost = new Objective.LeastCost(FLOOR, Usdt.of(5), Ratio.parse("0.08"), Usdt.of(10));
    assertThat(cost.of(walk("2", 200_000, 40))).isEqualByComparingTo("16220");
  }
}
