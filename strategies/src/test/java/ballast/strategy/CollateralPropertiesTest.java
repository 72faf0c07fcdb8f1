package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.strategy.Collateral.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every table, every holding and every wish. */
class CollateralPropertiesTest {
  private static final int CASES = 100_000;

  /** One to five tiers with falling rates, the last one often zero. */
  static Collateral anyCollateral(Random random) {
    return anyCollateral(random, Usdt.of(10_000_000).e8());
  }

  private static Collateral anyCollateral(Random random, long widest) {
    List<Tier> tiers = new ArrayList<>();
    long floor = 0;
    long rate = Ratio.ONE.e8();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      long cap = floor + 1 + Seeds.upTo(widest, random);
      boolean last = i == count - 1;
      rate = last && random.nextInt(3) == 0 ? 0 : rate / 2 + Seeds.upTo(rate / 2, random);
      tiers.add(new Tier(new Usdt(floor), new Usdt(cap), new Ratio(rate)));
      floor = cap;
    }
    return new Collateral(new Ratio(90_000_000 + random.nextInt(20_000_000)), tiers);
  }

  private static Collateral coarse(Collateral collateral) {
    List<Tier> tiers = new ArrayList<>();
    for (Tier tier : collateral.tiers()) {
      long eighths = tier.rate().e8() / 12_500_000;
      tiers.add(new Tier(tier.floor(), tier.cap(), new Ratio(eighths * 12_500_000)));
    }
    return new Collateral(Ratio.ONE, tiers);
  }

  private interface Check {
    void of(Collateral collateral, Usdt held, Usdt wish, String at);
  }

  private static void overManyCases(Check check) {
    Random random = Seeds.random();
    for (int i = 0; i < CASES; i++) {
      // Every other table is a few units wide and of coarse rates: there each rounding shows.
      boolean narrow = i % 2 == 0;
      long widest = narrow ? 40 : Usdt.of(10_000_000).e8();
      Collateral any = anyCollateral(random, widest);
      Collateral collateral = narrow ? coarse(any) : any;
      Usdt end = collateral.tiers().get(collateral.tiers().size() - 1).cap();
      Usdt held =
          switch (random.nextInt(4)) {
            case 0 -> end.plus(new Usdt(Seeds.upTo(widest, random)));
            case 1 -> collateral.tiers().get(0).cap();
            default -> new Usdt(Seeds.upTo(end.e8(), random));
          };
      Usdt wish = new Usdt(Seeds.upTo(3 * widest, random));
      check.of(collateral, held, wish, Seeds.at(i));
    }
  }

  @Test
  void neverRaisesEquityByMoreThanAsked() {
    overManyCases(
        (collateral, held, wish, at) -> {
          Usdt amount = collateral.toRaise(wish, held);
          assertThat(amount.isNegative()).as(at).isFalse();
          assertThat(gain(collateral, held, amount)).as(at).isLessThanOrEqualTo(wish);
          assertThat(exact(collateral, held.plus(amount)).subtract(exact(collateral, held)))
              .as(at)
              .isLessThanOrEqualTo(BigDecimal.valueOf(wish.e8()));
        });
  }

  @Test
  void raisesEquityAsFarAsTheTiersAllow() {
    overManyCases(
        (collateral, held, wish, at) -> {
          Usdt amount = collateral.toRaise(wish, held);
          // One unit more would reach the wish, or lies where nothing counts. Each tier's value is
          // rounded down, by less than one unit, before and after.
          Usdt rounding = new Usdt(2L * (collateral.tiers().size() + 1));
          Usdt missing = wish.minus(gain(collateral, held, amount));
          Usdt more = held.plus(amount).plus(Usdt.of(1));
          boolean spent = collateral.value(more).equals(collateral.value(held.plus(amount)));
          assertThat(spent || missing.compareTo(rounding) <= 0).as(at).isTrue();
        });
  }

  @Test
  void neverLowersEquityByMoreThanAskedNorTakesMoreThanIsHeld() {
    overManyCases(
        (collateral, held, wish, at) -> {
          Usdt amount = collateral.toLower(wish, held);
          assertThat(amount.isNegative()).as(at).isFalse();
          assertThat(amount).as(at).isLessThanOrEqualTo(held);
          Usdt loss = collateral.value(held).minus(collateral.value(held.minus(amount)));
          assertThat(loss).as(at).isLessThanOrEqualTo(wish);
          assertThat(exact(collateral, held).subtract(exact(collateral, held.minus(amount))))
              .as(at)
              .isLessThanOrEqualTo(BigDecimal.valueOf(wish.e8()));
        });
  }

  @Test
  void lowersEquityAsFarAsItMay() {
    overManyCases(
        (collateral, held, wish, at) -> {
          Usdt amount = collateral.toLower(wish, held);
          Usdt rest = held.minus(amount);
          Usdt loss = collateral.value(held).minus(collateral.value(rest));
          Usdt rounding = new Usdt(2L * (collateral.tiers().size() + 1));
          assertThat(rest.equals(Usdt.ZERO) || wish.minus(loss).compareTo(rounding) <= 0)
              .as(at)
              .isTrue();
        });
  }

  @Test
  void countsMoreForMoreAndNeverMoreThanItIsWorth() {
    overManyCases(
        (collateral, held, wish, at) -> {
          Usdt value = collateral.value(held);
          assertThat(collateral.value(held.plus(wish))).as(at).isGreaterThanOrEqualTo(value);
          assertThat(value)
              .as(at)
              .isLessThanOrEqualTo(held.times(collateral.indexPrice(), RoundingMode.CEILING));
        });
  }

  @Test
  void asksForMoreWhereMoreIsWished() {
    overManyCases(
        (collateral, held, wish, at) -> {
          Usdt half = new Usdt(wish.e8() / 2);
          assertThat(collateral.toRaise(half, held))
              .as(at)
              .isLessThanOrEqualTo(collateral.toRaise(wish, held));
          assertThat(collateral.toLower(half, held))
              .as(at)
              .isLessThanOrEqualTo(collateral.toLower(wish, held));
        });
  }

  /** In units of 1e-8, with no rounding but that of a tier's worth. */
  private static BigDecimal exact(Collateral collateral, Usdt held) {
    BigDecimal value = BigDecimal.ZERO;
    for (Tier tier : collateral.tiers()) {
      Ratio worth = collateral.indexPrice().times(tier.rate(), RoundingMode.FLOOR);
      Usdt inTier = held.min(tier.cap()).minus(tier.floor()).max(Usdt.ZERO);
      value =
          value.add(BigDecimal.valueOf(inTier.e8()).multiply(BigDecimal.valueOf(worth.e8(), 8)));
    }
    return value;
  }

  private static Usdt gain(Collateral collateral, Usdt held, Usdt amount) {
    return collateral.value(held.plus(amount)).minus(collateral.value(held));
  }
}
