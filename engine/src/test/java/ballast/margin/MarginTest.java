package ballast.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.margin.Brackets.Bracket;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Collateral.Tier;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Portfolio Margin by cases worked out by hand. */
class MarginTest {
  private static final Brackets TIERED =
      new Brackets(
          "BTCUSDT",
          List.of(
              new Bracket(Usdt.ZERO, Usdt.of(300_000), Ratio.parse("0.004"), Usdt.ZERO),
              new Bracket(Usdt.of(300_000), Usdt.of(800_000), Ratio.parse("0.005"), Usdt.of(300)),
              new Bracket(
                  Usdt.of(800_000), Usdt.of(3_000_000), Ratio.parse("0.0065"), Usdt.of(1_500))));

  private static final Collateral COLLATERAL =
      new Collateral(
          Ratio.ONE,
          List.of(
              new Tier(Usdt.ZERO, Usdt.of(1_200_000), Ratio.parse("0.999")),
              new Tier(Usdt.of(1_200_000), Usdt.of(2_000_000), Ratio.parse("0.975"))));

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "100000, 400",
    "300000, 1200",
    "300001, 1200.005",
    "800000, 3700",
    "1000000, 5000",
    "5000000, 31000",
    "0.00000001, 0.00000001"
  })
  void takesTheRateOfTheBracketLessItsQuickAmount(String notional, String margin) {
    assertThat(new Usdt(TIERED.maintenanceE8(Usdt.parse(notional).e8())))
        .isEqualTo(Usdt.parse(margin));
  }

  @Test
  void refusesAQuickAmountThatMakesTheMarginJump() {
    assertThatThrownBy(
            () ->
                new Brackets(
                    "BTCUSDT",
                    List.of(
                        new Bracket(Usdt.ZERO, Usdt.of(100), Ratio.parse("0.01"), Usdt.ZERO),
                        new Bracket(Usdt.of(100), Usdt.of(200), Ratio.parse("0.02"), Usdt.ZERO))))
        .hasMessageContaining("needs the quick amount 1");
  }

  @Test
  void refusesBracketsThatDoNotJoin() {
    assertThatThrownBy(
            () ->
                new Brackets(
                    "BTCUSDT",
                    List.of(new Bracket(Usdt.of(1), Usdt.of(100), Ratio.ONE, Usdt.ZERO))))
        .hasMessageContaining("must join");
  }

  @Test
  void countsAPositiveNetAfterItsHaircutAndADebtInFull() {
    assertThat(PortfolioMargin.countedE8(e8("100"), e8("2"), e8("0.9"))).isEqualTo(e8("180"));
    assertThat(PortfolioMargin.countedE8(-e8("100"), e8("2"), e8("0.9"))).isEqualTo(-e8("200"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.50000001, NORMAL",
    "1.5, MARGIN_CALL",
    "1.20000001, MARGIN_CALL",
    "1.2, REDUCE_ONLY",
    "1.05000001, REDUCE_ONLY",
    "1.05, ACTIVE_LIQUIDATION",
    "1.00000001, ACTIVE_LIQUIDATION",
    "1, FORCE_LIQUIDATION",
    "0, FORCE_LIQUIDATION"
  })
  void judgesTheAccountByThePublishedBands(String uniMmr, AccountStatus status) {
    long margin = e8("1000");
    long equity = E8.timesFloor(margin, e8(uniMmr));
    assertThat(PortfolioMargin.status(equity, margin)).isEqualTo(status);
    assertThat(PortfolioMargin.isLiquidated(equity, margin)).isEqualTo(status.isLiquidating());
  }

  @Test
  void anAccountWithoutMarginIsNormalWhateverItsEquity() {
    assertThat(PortfolioMargin.status(-1, 0)).isEqualTo(AccountStatus.NORMAL);
    assertThat(PortfolioMargin.isLiquidated(-1, 0)).isFalse();
    assertThat(PortfolioMargin.uniMmr(Usdt.of(5), Usdt.ZERO)).isEqualTo(PortfolioMargin.NO_MARGIN);
  }

  @Test
  void letsOutWhatKeepsUniMmrAtOnePointTwo() {
    // 399,600 equity, 1.2 × 50,000 must stay: 339,600 of equity is 339,939.93993993 LDUSDT.
    assertThat(
            PortfolioMargin.withdrawable(
                Usdt.of(399_600), Usdt.of(50_000), COLLATERAL, Usdt.of(400_000)))
        .isEqualTo(Usdt.parse("339939.93993993"));
    assertThat(
            PortfolioMargin.withdrawable(
                Usdt.of(59_999), Usdt.of(50_000), COLLATERAL, Usdt.of(400_000)))
        .isEqualTo(Usdt.ZERO);
    assertThat(
            PortfolioMargin.withdrawable(
                Usdt.of(900_000), Usdt.of(50_000), COLLATERAL, Usdt.of(400_000)))
        .isEqualTo(Usdt.of(400_000));
  }

  @Test
  void neverLetsUniMmrBelowTheFloorByRounding() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      Usdt held = new Usdt(random.nextLong(1, e8("3000000")));
      Usdt rest = new Usdt(random.nextLong(-e8("500000"), e8("500000")));
      Usdt margin = new Usdt(random.nextLong(1, e8("200000")));
      Usdt equity = COLLATERAL.value(held).plus(rest);
      Usdt out = PortfolioMargin.withdrawable(equity, margin, COLLATERAL, held);
      if (out.isPositive() && !out.equals(held)) {
        Usdt left = COLLATERAL.value(held.minus(out)).plus(rest);
        assertThat(PortfolioMargin.WITHDRAWAL_FLOOR.compareQuotient(left.e8(), margin.e8()))
            .as("seed %s, case %s: held %s, out %s, margin %s", seed, i, held, out, margin)
            .isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Test
  void multipliesExactlyAsBigDecimalsDo() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      long a = random.nextLong() >> (8 + random.nextInt(24));
      long b = random.nextLong() >> (24 + random.nextInt(32));
      BigDecimal exact = BigDecimal.valueOf(a, 8).multiply(BigDecimal.valueOf(b, 8));
      if (exact.abs().compareTo(BigDecimal.valueOf(90_000_000_000L)) > 0) {
        continue;
      }
      assertThat(E8.timesFloor(a, b))
          .as("seed %s: %s × %s", seed, a, b)
          .isEqualTo(exact.setScale(8, RoundingMode.FLOOR).unscaledValue().longValueExact());
      assertThat(E8.timesCeiling(a, b))
          .as("seed %s: %s × %s", seed, a, b)
          .isEqualTo(exact.setScale(8, RoundingMode.CEILING).unscaledValue().longValueExact());
    }
  }

  private static long e8(String decimal) {
    return Usdt.parse(decimal).e8();
  }
}
