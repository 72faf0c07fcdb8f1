package ballast.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private static final Usdt LEAST = Usdt.of(10);

  @ParameterizedTest
  @CsvSource({
    // decimals, wanted, intents before, amount
    "8, 50000, 0, 49999.99990001",
    "8, 50000, 41, 49999.99990042",
    "8, 50000.00000042, 41, 50000.00000042",
    "8, 50000.12345678, 9, 50000.1234001",
    "8, 50000, 9998, 49999.99999999",
    "8, 50000, 9999, 49999.99990001",
    "6, 50000.12345678, 9, 50000.12001",
    "4, 50000, 0, 49999.0001",
    "2, 50000.5, 6, 50000.07",
    "1, 50000.55, 6, 49999.7",
    "0, 50000.12345678, 6, 50000.12345678",
    // never below the least because of it
    "8, 10, 0, 10",
    "8, 10.0001, 0, 10.00000001",
    // nor finer than the exchange takes it
    "2, 10.12345678, 20, 10.12",
  })
  void isTheLargestMarkedAmountNotAboveTheWanted(
      int decimals, String wanted, long intentsBefore, String amount) {
    Usdt marked = new Fingerprint(decimals).mark(Usdt.parse(wanted), intentsBefore, LEAST);
    assertThat(marked).isEqualTo(Usdt.parse(amount));
  }

  @Test
  void isNeverMoreThanWantedNeverBelowTheLeastAndAlwaysKnownAgain() {
    long seed = 20_200_312;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      Fingerprint fingerprint = new Fingerprint(4 + random.nextInt(5));
      Usdt wanted = LEAST.plus(new Usdt(random.nextLong(100_000_000_000_000L)));
      Usdt amount = fingerprint.mark(wanted, random.nextInt(1_000_000), LEAST);
      assertThat(amount).as("seed " + seed).isBetween(LEAST, wanted);
      if (fingerprint.rulesOut(amount, Usdt.ZERO)) {
        assertThat(fingerprint.knows(amount, amount.plus(Usdt.of(12_345)))).isTrue();
        assertThat(fingerprint.knows(amount, amount.plus(new Usdt(1)))).isFalse();
      }
    }
  }

  @Test
  void differsForNineThousandNineHundredAndNinetyNineIntentsInARow() {
    Set<Usdt> amounts = new HashSet<>();
    for (int i = 0; i < 9_999; i++) {
      assertThat(amounts.add(Fingerprint.FINEST.mark(Usdt.of(50_000), i, LEAST))).isTrue();
    }
  }

  @Test
  void isNotSeenInRoundAmountsNorWhenItIsOff() {
    assertThat(Fingerprint.FINEST.knows(Usdt.of(50_000), Usdt.of(50_000))).isFalse();
    Usdt marked = Usdt.parse("49999.99990001");
    assertThat(Fingerprint.FINEST.knows(marked, marked)).isTrue();
    assertThat(Fingerprint.OFF.knows(marked, marked)).isFalse();
  }

  @Test
  void isRuledOutByARoundAmountOnly() {
    Usdt marked = Usdt.parse("49999.99990001");
    assertThat(Fingerprint.FINEST.rulesOut(marked, Usdt.ZERO)).isTrue();
    assertThat(Fingerprint.FINEST.rulesOut(marked, Usdt.parse("12345.67"))).isTrue();
    assertThat(Fingerprint.FINEST.rulesOut(marked, Usdt.parse("12345.67").negated())).isTrue();
    assertThat(Fingerprint.FINEST.rulesOut(marked, Usdt.parse("12345.678"))).isFalse();
    assertThat(Fingerprint.FINEST.rulesOut(marked, marked)).isFalse();
    assertThat(Fingerprint.FINEST.rulesOut(Usdt.of(50_000), Usdt.ZERO)).isFalse();
    assertThat(Fingerprint.OFF.rulesOut(marked, Usdt.ZERO)).isFalse();
  }

  @Test
  void isNotRuledOutWhereTwiceTheAmountIsRound() {
    Fingerprint coarse = new Fingerprint(4);
    Usdt half = coarse.mark(Usdt.of(50_000), 4_999, LEAST);
    assertThat(half).isEqualTo(Usdt.parse("49999.5"));
    assertThat(coarse.rulesOut(half, Usdt.of(99_999))).isFalse();
    assertThat(coarse.rulesOut(coarse.mark(Usdt.of(50_000), 5_000, LEAST), Usdt.of(99_999)))
        .isTrue();
  }

  /** With 6 decimals or more people's cents are coarser than a mark, with fewer the mark is. */
  @Test
  void takesNothingFinerThanAMarkForSomeoneElses() {
    for (int decimals = 4; decimals <= 8; decimals++) {
      Fingerprint fingerprint = new Fingerprint(decimals);
      Usdt marked = fingerprint.mark(Usdt.of(50_000), 6, LEAST);
      Usdt round = Usdt.parse(decimals >= 6 ? "0.01" : decimals == 5 ? "0.1" : "1");
      Usdt finer = new Usdt(round.e8() / 10);
      assertThat(fingerprint.rulesOut(marked, round)).as("%s decimals", decimals).isTrue();
      assertThat(fingerprint.rulesOut(marked, finer)).as("%s decimals", decimals).isFalse();
      assertThat(fingerprint.knows(marked, marked.minus(round))).isTrue();
      assertThat(fingerprint.knows(marked, marked.minus(finer))).isFalse();
    }
  }

  /** One in a hundred of people's own amounts ends like a mark of two digits. */
  @Test
  void provesNothingWithFewerThanFourDigits() {
    Fingerprint coarse = new Fingerprint(2);
    Usdt marked = coarse.mark(Usdt.of(51), 40, LEAST);
    assertThat(marked).isEqualTo(Usdt.parse("50.41"));
    assertThat(coarse.knows(marked, Usdt.parse("73.41"))).isFalse();
    assertThat(coarse.rulesOut(marked, Usdt.of(73))).isFalse();
  }

  @Test
  void refusesDecimalsThatAmountsDoNotHave() {
    assertThatThrownBy(() -> new Fingerprint(9)).hasMessageContaining("got 9");
    assertThatThrownBy(() -> new Fingerprint(-1)).hasMessageContaining("got -1");
  }

  @Test
  void marksWhatTheGuardAllowsAndOnlyWhereIntentsAreCounted() {
    Limits limits =
        new Limits(
            false,
            Usdt.of(50_000),
            Usdt.of(120_000),
            Usdt.of(10),
            300_000,
            15_000,
            Fingerprint.FINEST,
            Optional.empty());
    assertThat(ruling(limits, 41)).isEqualTo(Usdt.parse("999.99990042"));
    assertThat(ruling(limits, Standing.NOT_COUNTED)).isEqualTo(Usdt.of(1_000));
    assertThat(ruling(Samples.LIMITS, 41)).isEqualTo(Usdt.of(1_000));
  }

  private static Usdt ruling(Limits limits, long intentsBefore) {
    Situation calm = Samples.situation("150000");
    Standing standing =
        new Standing(
            Samples.GOOD.status(), 1_000, Usdt.ZERO, Set.of(), Standing.NO_INTENT, intentsBefore);
    Verdict verdict =
        new Guard(limits)
            .rule(
                Usdt.of(1_000),
                Samples.transferable(Direction.EARN_TO_FUTURE, "80000"),
                calm,
                standing);
    return ((Verdict.Allowed) verdict).amount();
  }
}
