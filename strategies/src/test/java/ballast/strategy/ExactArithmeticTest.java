package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Usdt and Ratio against BigDecimal and BigInteger, over numbers of every size. */
class ExactArithmeticTest {
  private static final int CASES = 150_000;
  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    99_999_999,
    100_000_000,
    100_000_001,
    -100_000_000,
    Long.MAX_VALUE,
    Long.MAX_VALUE - 1,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    1L << 32,
    -(1L << 32),
    1L << 62
  };

  @ParameterizedTest
  @EnumSource(names = {"FLOOR", "CEILING", "DOWN", "UP"})
  void multipliesAsBigDecimalDoes(RoundingMode rounding) {
    overManyPairs(
        (a, b, at) -> {
          BigDecimal exact = decimal(a).multiply(decimal(b)).setScale(8, rounding);
          same(exact, () -> new Usdt(a).times(new Ratio(b), rounding).e8(), at);
          same(exact, () -> new Ratio(a).times(new Ratio(b), rounding).e8(), at);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOOR", "CEILING", "DOWN", "UP"})
  void dividesAsBigDecimalDoes(RoundingMode rounding) {
    overManyPairs(
        (a, b, at) -> {
          if (b == 0) {
            assertThatThrownBy(() -> new Usdt(a).dividedBy(new Ratio(b), rounding))
                .isInstanceOf(ArithmeticException.class);
            return;
          }
          BigDecimal exact = decimal(a).divide(decimal(b), 8, rounding);
          same(exact, () -> new Usdt(a).dividedBy(new Ratio(b), rounding).e8(), at);
          same(exact, () -> Ratio.of(new Usdt(a), new Usdt(b), rounding).e8(), at);
        });
  }

  @Test
  void addsSubtractsAndNegatesAsBigDecimalDoes() {
    overManyPairs(
        (a, b, at) -> {
          same(decimal(a).add(decimal(b)), () -> new Usdt(a).plus(new Usdt(b)).e8(), at);
          same(decimal(a).subtract(decimal(b)), () -> new Usdt(a).minus(new Usdt(b)).e8(), at);
          same(decimal(a).negate(), () -> new Usdt(a).negated().e8(), at);
        });
  }

  @Test
  void ordersAmountsAndRatiosByTheirValue() {
    overManyPairs(
        (a, b, at) -> {
          Usdt left = new Usdt(a);
          Usdt right = new Usdt(b);
          assertThat(left.compareTo(right)).as(at).isEqualTo(Long.compare(a, b));
          assertThat(new Ratio(a).compareTo(new Ratio(b))).as(at).isEqualTo(Long.compare(a, b));
          assertThat(left.min(right).e8()).as(at).isEqualTo(Math.min(a, b));
          assertThat(left.max(right).e8()).as(at).isEqualTo(Math.max(a, b));
          assertThat(left.isPositive()).as(at).isEqualTo(a > 0);
          assertThat(left.isNegative()).as(at).isEqualTo(a < 0);
          assertThat(new Ratio(a).isPositive()).as(at).isEqualTo(a > 0);
        });
  }

  @Test
  void comparesAQuotientExactlyWithoutDividing() {
    Random random = Seeds.random();
    overManyPairs(
        (equity, ratio, at) -> {
          long margin = Seeds.upTo(Long.MAX_VALUE - 1, random);
          int exact =
              BigInteger.valueOf(equity)
                  .multiply(BigInteger.valueOf(100_000_000))
                  .compareTo(BigInteger.valueOf(ratio).multiply(BigInteger.valueOf(margin)));
          assertThat(new Ratio(ratio).compareQuotient(equity, margin)).as(at).isEqualTo(exact);
        });
  }

  @Test
  void tellsOneUnitOfEquityApartAtTheBorder() {
    Ratio low = Ratio.parse("1.6");
    long margin = Usdt.of(50_000_000).e8();
    long equity = Usdt.of(80_000_000).e8();
    assertThat(low.compareQuotient(equity - 1, margin)).isNegative();
    assertThat(low.compareQuotient(equity, margin)).isZero();
    assertThat(low.compareQuotient(equity + 1, margin)).isPositive();
  }

  @Test
  void comparesWithAMarginOfZeroByTheSignOfEquity() {
    assertThat(Ratio.ONE.compareQuotient(-1, 0)).isNegative();
    assertThat(Ratio.ONE.compareQuotient(0, 0)).isZero();
    assertThat(Ratio.ONE.compareQuotient(1, 0)).isPositive();
  }

  @Test
  void refusesToOverflow() {
    assertThatThrownBy(() -> Usdt.of(92_233_720_369L)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Usdt.of(-92_233_720_369L)).isInstanceOf(ArithmeticException.class);
    assertThat(Usdt.of(-92_233_720_368L).e8()).isEqualTo(-9_223_372_036_800_000_000L);
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_UP", "HALF_DOWN", "HALF_EVEN", "UNNECESSARY"})
  void refusesARoundingThatMoneyDoesNotUse(RoundingMode rounding) {
    assertThatThrownBy(() -> new Usdt(1).times(new Ratio(1), rounding))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FLOOR, CEILING, DOWN or UP");
  }

  private interface Check {
    void of(long a, long b, String at);
  }

  private static void overManyPairs(Check check) {
    for (long a : EDGES) {
      for (long b : EDGES) {
        check.of(a, b, "edges " + a + ", " + b);
      }
    }
    Random random = Seeds.random();
    for (int i = 0; i < CASES; i++) {
      check.of(Seeds.anyLong(random), Seeds.anyLong(random), Seeds.at(i));
    }
  }

  private static BigDecimal decimal(long e8) {
    return BigDecimal.valueOf(e8, 8);
  }

  private static void same(BigDecimal exact, LongSupplier actual, String at) {
    BigInteger units = exact.unscaledValue();
    OptionalLong expected =
        units.bitLength() < 64 ? OptionalLong.of(units.longValueExact()) : OptionalLong.empty();
    OptionalLong got;
    try {
      got = OptionalLong.of(actual.getAsLong());
    } catch (ArithmeticException overflow) {
      got = OptionalLong.empty();
    }
    if (!got.equals(expected)) {
      fail("%s: expected %s, got %s", at, expected, got);
    }
  }
}
