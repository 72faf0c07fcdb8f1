package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ballast.strategy.contract.StrategyContract;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MillerOrrTest {
  private static final StrategyFactory FACTORY = Surplus.factory("miller-orr");
  private static final long HOUR = 3_600_000;

  private static Map<String, String> costs(String transfer, String holding, String deviation) {
    return Map.of(
        "floor", "2x",
        "transfer-cost", transfer,
        "holding-cost", holding,
        "daily-deviation", deviation);
  }

  private static Strategy strategy(Map<String, String> texts) {
    return FACTORY.create(Parameters.of(FACTORY.parameters(), texts));
  }

  @Test
  void worksOutTheRoundLevelsOfTheLatticeExactly() {
    assertThat(strategy(costs("40 USDT", "3%", "1 USDT")))
        .isEqualTo(
            new SurplusBand(Ratio.parse("2"), Usdt.ZERO, Usdt.of(10), Usdt.of(10), Usdt.of(30)));
  }

  /** In the manner of Brealey and Myers: i = 9 % / 360 a day, lower limit 10,000 = 2x of 5,000. */
  @Test
  void worksOutTheFirstTextbookCase() {
    SurplusBand band = (SurplusBand) strategy(costs("20 USDT", "0.025%", "2500 USDT"));
    assertThat(10_000 + Estimate.of(band.lowerTarget())).isCloseTo(17_211, within(0.5));
    assertThat(10_000 + Estimate.of(band.upper())).isCloseTo(31_633.74, within(0.005));
    assertThat(Estimate.of(band.upper())).as("spread").isCloseTo(21_633.74, within(0.005));
  }

  /** In the manner of Ross, Westerfield and Jaffe: lower limit 100. */
  @Test
  void worksOutTheSecondTextbookCase() {
    SurplusBand band = (SurplusBand) strategy(costs("10 USDT", "1%", "200 USDT"));
    double z = Estimate.of(band.lowerTarget());
    assertThat(100 + z).isCloseTo(410.72, within(0.005));
    assertThat(100 + Estimate.of(band.upper())).isCloseTo(1_032.17, within(0.006));
    assertThat(100 + 4 * z / 3).as("average balance").isCloseTo(514.30, within(0.006));
  }

  /**
   * A warning, not an oracle: a calculator on the web takes its rate R per cent twice. Its spreads
   * come out of i = R / 100 / 360 alone; i = R / 360, which it says, gives another spread.
   */
  @ParameterizedTest
  @CsvSource({
    "30, 250, 0.06, 4500, 969.5",
    "20, 170, 0.06, 3456.886, 744.8",
    "10, 100, 0.05, 2442.976, 526.3"
  })
  void doesNotReproduceACalculatorThatTakesPerCentTwice(
      double transfer, double variance, double rate, double printed, double right) {
    double deviation = Math.sqrt(variance);
    assertThat(3 * MillerOrr.returnPoint(transfer, rate / 100 / 360, deviation))
        .isCloseTo(printed, within(0.001));
    assertThat(3 * MillerOrr.returnPoint(transfer, rate / 360, deviation))
        .isCloseTo(right, within(0.06));
  }

  @Test
  void takesGivenLevels() {
    Map<String, String> given = Map.of("floor", "2x", "return-point", "500 USDT");
    Ratio floor = Ratio.parse("2");
    Usdt z = Usdt.of(500);
    assertThat(strategy(given)).isEqualTo(new SurplusBand(floor, Usdt.ZERO, z, z, Usdt.of(1500)));
    Map<String, String> both = new TreeMap<>(given);
    both.put("upper-limit", "800 USDT");
    assertThat(strategy(both)).isEqualTo(new SurplusBand(floor, Usdt.ZERO, z, z, Usdt.of(800)));
  }

  @Test
  void isWhatFourLineComesToWithoutProportionalCost() {
    StrategyFactory fourLine = Surplus.factory("four-line");
    for (String deviation : new String[] {"1 USDT", "2500 USDT", "25000 USDT", "777.77 USDT"}) {
      Map<String, String> texts = costs("20 USDT", "0.025%", deviation);
      SurplusBand classical = (SurplusBand) strategy(texts);
      SurplusBand lines =
          (SurplusBand) fourLine.create(Parameters.of(fourLine.parameters(), texts));
      assertThat(lines.lower()).isEqualTo(classical.lower());
      assertClose(lines.lowerTarget(), classical.lowerTarget());
      assertClose(lines.upperTarget(), classical.upperTarget());
      assertClose(lines.upper(), classical.upper());
    }
  }

  /** To the rounding of doubles. */
  private static void assertClose(Usdt one, Usdt other) {
    assertThat(Math.abs(one.e8() - other.e8())).isLessThanOrEqualTo(1 + other.e8() / 1_000_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "transfer-cost | 0 USDT | transfer-cost: must be more than 0 USDT where no levels are given",
        "holding-cost | 0% | holding-cost: must be more than 0%, such as 0.01%, where no levels are given",
        "daily-deviation | 0 USDT | daily-deviation: must be more than 0 USDT where no levels are given",
        "floor | 1x | floor: 1x must be above 1.05x, where the exchange liquidates, to 1000x",
        "upper-limit | 5 USDT | upper-limit: 5 USDT needs a return-point below it",
        "return-point | 5 USDT | daily-deviation: 2500 USDT has no meaning where return-point is given",
      })
  void saysInOneLineWhichValueIsWrong(String name, String text, String message) {
    Map<String, String> wrong = new TreeMap<>(costs("20 USDT", "0.025%", "2500 USDT"));
    wrong.put(name, text);
    if (name.equals("return-point")) {
      wrong.remove("transfer-cost");
      wrong.remove("holding-cost");
    }
    assertThatThrownBy(() -> strategy(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesCostsThatGiveLevelsBeyondAnyAccount() {
    assertThatThrownBy(() -> strategy(costs("20 USDT", "0.000001%", "50000000000 USDT")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("must not be above 10000000000 USDT");
    assertThatThrownBy(() -> strategy(costs("90000000000 USDT", "0.000001%", "90000000000 USDT")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("daily-deviation: 90000000000 gives no levels: ");
  }

  @Test
  void refusesAnUpperLimitThatIsNotAboveTheReturnPoint() {
    Map<String, String> wrong =
        Map.of("floor", "2x", "return-point", "500 USDT", "upper-limit", "500 USDT");
    assertThatThrownBy(() -> strategy(wrong))
        .hasMessage("upper-limit: 500 must be above return-point (500)");
  }

  private static Surplus estimating(String start, String halfLife) {
    Map<String, String> texts = new TreeMap<>(costs("40 USDT", "0.01%", start));
    texts.put("half-life", halfLife);
    return new Surplus(FACTORY, texts, Usdt.of(100_000).e8());
  }

  @Test
  void learnsHowMuchTheSurplusMoves() {
    Surplus account = estimating("2500 USDT", "10d");
    Random random = Seeds.random();
    double hourly = 5_000 / Math.sqrt(24);
    for (int i = 0; i < 24 * 120; i++) {
      account.step(Math.round(random.nextGaussian() * hourly * 1e8), HOUR);
    }
    Usdt learnt = ((FlowDeviation) account.memory()).daily();
    assertThat(Estimate.of(learnt)).isCloseTo(5_000, Percentage.withPercentage(10));
    assertThat(account.transfers()).as("none of which it takes for a flow").isPositive();
  }

  @Test
  void learnsTheSameAtAnotherRhythm() {
    Surplus hourly = estimating("2500 USDT", "10d");
    Surplus daily = estimating("2500 USDT", "10d");
    Random random = Seeds.random();
    for (int day = 0; day < 400; day++) {
      long sum = 0;
      for (int hour = 0; hour < 24; hour++) {
        long flow = Math.round(random.nextGaussian() * 1_000e8);
        sum += flow;
        hourly.step(flow, HOUR);
      }
      daily.step(sum, 24 * HOUR);
    }
    double one = Estimate.of(((FlowDeviation) hourly.memory()).daily());
    double other = Estimate.of(((FlowDeviation) daily.memory()).daily());
    assertThat(one).isCloseTo(1_000 * Math.sqrt(24), Percentage.withPercentage(10));
    assertThat(other).isCloseTo(one, Percentage.withPercentage(35));
  }

  @Test
  void staysWithinATenthAndTenTimesOfWhatItWasGiven() {
    Surplus calm = estimating("2500 USDT", "1d");
    Surplus wild = estimating("2500 USDT", "1d");
    for (int i = 0; i < 24 * 60; i++) {
      calm.step(0, HOUR);
      wild.step(i % 2 == 0 ? 90_000_00000000L : -90_000_00000000L, HOUR);
    }
    assertThat(((FlowDeviation) calm.memory()).daily()).isEqualTo(Usdt.of(250));
    assertThat(((FlowDeviation) wild.memory()).daily()).isEqualTo(Usdt.of(25_000));
  }

  @ParameterizedTest
  @CsvSource({"1 2 3", "a 2 3 4", "1 2 3 4 5", "-1 2 3 4", "1 x 3 4"})
  void refusesAMemoryThatIsNone(String text) {
    assertThatThrownBy(() -> FACTORY.recall(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsTheContractWithFixedLevels() {
    StrategyContract.of(FACTORY)
        .with(costs("20 USDT", "0.025%", "250000 USDT"))
        .from(Seeds.SEED)
        .check();
  }
}
