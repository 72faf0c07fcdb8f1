package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Collateral.Tier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collateral worked out by hand: 0.999 up to 1,200,000, 0.975 up to 2,000,000, then nothing. */
class CollateralTest {
  private static final Collateral TABLE =
      collateral("1", "0 1200000 0.999", "1200000 2000000 0.975", "2000000 5000000 0");

  static Collateral collateral(String indexPrice, String... tiers) {
    List<Tier> rows = new ArrayList<>();
    for (String tier : tiers) {
      String[] cells = tier.split(" ", -1);
      rows.add(new Tier(Usdt.parse(cells[0]), Usdt.parse(cells[1]), Ratio.parse(cells[2])));
    }
    return new Collateral(Ratio.parse(indexPrice), rows);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1000, 999",
    "1200000, 1198800",
    "1200001, 1198800.975",
    "2000000, 1978800",
    "3000000, 1978800",
    "9000000, 1978800",
    "0.00000001, 0",
    "-5, 0",
  })
  void countsEachTierAtItsOwnRate(String held, String value) {
    assertThat(TABLE.value(Usdt.parseSigned(held))).hasToString(value);
  }

  @Test
  void countsAtTheIndexPrice() {
    assertThat(collateral("1.05", "0 100 0.9", "100 200 0.5").value(Usdt.of(150)))
        .hasToString("120.75"); // 100 × 0.945 + 50 × 0.525
  }

  @ParameterizedTest
  @CsvSource({
    "999, 0, 1000", // 999 / 0.999
    "1198800, 0, 1200000", // the first tier, to its end
    "1199775, 0, 1201000", // and 1,000 × 0.975 = 975 of the second
    "975, 1200000, 1000",
    "1000, 0, 1001.001001", // 1000 / 0.999 = 1001.001001001…, down
    "2000000, 0, 2000000", // more than the tiers can give
    "1, 2000000, 0", // what lies beyond counts nothing
    "1, 9000000, 0",
    "0, 0, 0",
    "-1, 0, 0",
  })
  void raisesEquityTierByTier(String equity, String held, String amount) {
    assertThat(TABLE.toRaise(Usdt.parseSigned(equity), Usdt.parse(held))).hasToString(amount);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2500000, 500000", // what counts nothing goes free
    "0, 9000000, 7000000",
    "975, 2000000, 1000",
    "780000, 2000000, 800000", // the second tier, whole
    "780999, 2000000, 801000", // and 999 / 0.999 of the first
    "780999, 2500000, 1301000",
    "999, 1000, 1000",
    "5000, 1000, 1000", // never more than is held
    "1, 0, 0",
    "0, 1000, 0",
    "-1, 1000, 0",
    "1000, 1200000, 1001.001001",
  })
  void lowersEquityFromTheLastTierDown(String equity, String held, String amount) {
    assertThat(TABLE.toLower(Usdt.parseSigned(equity), Usdt.parse(held))).hasToString(amount);
  }

  @Test
  void raisesNothingWhereTheOnlyTierCountsNothing() {
    Collateral nothing = collateral("1", "0 1000 0");
    assertThat(nothing.value(Usdt.of(1000))).isEqualTo(Usdt.ZERO);
    assertThat(nothing.toRaise(Usdt.of(1), Usdt.ZERO)).isEqualTo(Usdt.ZERO);
    assertThat(nothing.toLower(Usdt.ZERO, Usdt.of(700))).isEqualTo(Usdt.of(700));
  }

  @Test
  void countsTheRoundingOfAFullTierAgainstTheNextOne() {
    // Three units at 0.5 raise what one unit counts from 0 to 2, not from 0.5 to 2.
    Collateral narrow = collateral("1", "0 0.00000004 0.5", "0.00000004 1 0.25");
    Usdt held = new Usdt(1);
    Usdt amount = narrow.toRaise(new Usdt(5), held);
    assertThat(amount).isEqualTo(new Usdt(3 + 12));
    assertThat(narrow.value(held.plus(amount))).isEqualTo(new Usdt(5));
  }

  @Test
  void refusesATableThatIsNotOne() {
    refused(() -> collateral("0", "0 1 1"), "index price must be positive, got 0");
    refused(() -> collateral("1"), "at least one collateral tier");
    refused(() -> collateral("1", "1 2 1"), "one ends at 0, the next begins at 1");
    refused(() -> collateral("1", "0 2 1", "3 4 1"), "one ends at 2, the next begins at 3");
    refused(() -> collateral("1", "0 2 1", "1 4 1"), "one ends at 2, the next begins at 1");
    refused(() -> collateral("1", "0 0 1"), "must rise from its floor, got 0 to 0");
    refused(() -> collateral("1", "0 1 1.00000001"), "must lie in 0 to 1, got 1.00000001");
    refused(
        () -> new Tier(new Usdt(-1), Usdt.of(1), Ratio.ONE),
        "rise from its floor, got -0.00000001");
    refused(() -> new Tier(Usdt.ZERO, Usdt.of(1), new Ratio(-1)), "must lie in 0 to 1");
  }

  @Test
  void keepsItsOwnCopyOfTheTiers() {
    List<Tier> tiers = new ArrayList<>(TABLE.tiers());
    Collateral copy = new Collateral(Ratio.ONE, tiers);
    tiers.clear();
    assertThat(copy).isEqualTo(TABLE);
  }

  private static void refused(Runnable making, String message) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
