package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over a maintenance margin of 100,000, of which the account loses or gains a share at a time. */
class VolatilityBufferTest {
  private static final StrategyFactory FACTORY = new VolatilityBuffer.Factory();
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Collateral FULL = CollateralTest.collateral("1", "0 10000000 1");

  private static VolatilityBuffer strategy(String... given) {
    Map<String, String> texts = new HashMap<>(Map.of("floor", "1.5x"));
    for (int i = 0; i < given.length; i += 2) {
      texts.put(given[i], given[i + 1]);
    }
    return (VolatilityBuffer) FACTORY.create(Parameters.of(FACTORY.parameters(), texts));
  }

  private static VolatilityEstimate estimate(Course course) {
    return VolatilityEstimate.of(course.situation());
  }

  /** v ← 0.94 v + 0.06 r², divided by the weights 0.06 (1 + 0.94 + …). */
  @Test
  void isRiskMetricsWhenATickIsADay() {
    double[] losses = {0.5, -0.25, 1, 0, -0.75};
    Course course = new Course(strategy());
    double variance = 0;
    double weight = 0;
    for (double loss : losses) {
      course.lose(DAY, loss);
      variance = 0.94 * variance + 0.06 * loss * loss;
      weight = 0.94 * weight + 0.06;
      assertThat(estimate(course).variance()).isEqualTo(variance / weight, within(1e-12));
      assertThat(estimate(course).weight()).isEqualTo(weight, within(1e-12));
    }
  }

  @Test
  void forgetsAsMuchInADayHoweverItIsCutIntoTicks() {
    Course whole = new Course(strategy()).lose(DAY, 1).lose(DAY, 0);
    Course uneven = new Course(strategy()).lose(DAY, 1);
    for (long seconds : new long[] {1, 59, 3_540, 18_000, 64_800}) {
      uneven.lose(Duration.ofSeconds(seconds), 0);
    }
    assertThat(estimate(uneven).variance()).isEqualTo(estimate(whole).variance(), within(1e-10));
    assertThat(estimate(uneven).weight()).isEqualTo(estimate(whole).weight(), within(1e-10));
  }

  @Test
  void findsTheVolatilityOfASeededWalkWithUnevenTicks() {
    Random random = Seeds.random();
    Course course = new Course(strategy());
    for (int i = 0; i < 30_000; i++) {
      int seconds = 1 + random.nextInt(600);
      course.lose(
          Duration.ofSeconds(seconds), 0.8 * Math.sqrt(seconds / 86_400.0) * random.nextGaussian());
    }
    assertThat(estimate(course).dailyDeviation()).isEqualTo(0.8, within(0.03));
  }

  @Test
  void doesNotTakeATransferForAGain() {
    Course course = new Course(strategy()).lose(DAY, 0.5);
    VolatilityEstimate before = estimate(course);
    course.move(MINUTE, Usdt.of(90_000));
    assertThat(estimate(course).variance()).isEqualTo(before.variance());
    assertThat(estimate(course).weight()).isEqualTo(before.weight());
    course.lose(DAY, 0.5);
    assertThat(estimate(course).variance()).isEqualTo(0.25, within(1e-9));
  }

  @Test
  void measuresByTheLargerMargin() {
    Course closed = new Course(strategy()).margin(new Usdt(Course.MARGIN / 100)).lose(DAY, 0.5);
    assertThat(estimate(closed).dailyDeviation()).isEqualTo(0.5, within(1e-9));
    Course opened = closed.margin(new Usdt(Course.MARGIN)).lose(DAY, 0.5);
    assertThat(estimate(opened).dailyDeviation()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void tellsNothingWithoutMaintenanceMargin() {
    Course flat = new Course(strategy()).margin(Usdt.ZERO).lose(DAY, 0);
    VolatilityEstimate before = estimate(flat);
    flat.lose(DAY, 1);
    assertThat(estimate(flat).variance()).isEqualTo(before.variance());
    assertThat(estimate(flat).weight()).isEqualTo(before.weight());
    assertThat(strategy().need(flat.situation()))
        .isEqualTo(new Hold("no maintenance margin: nothing to protect"));
  }

  /** σ √(1/3) × 2.5758293 + 0.5825972 σ √(1/1440), σ = 0.5: 0.751254 over 1.05. */
  @Test
  void putsLowByTheReflectionPrincipleAndTheContinuityCorrection() {
    VolatilityBuffer strategy = strategy();
    double buffer = strategy.buffer(estimate(new Course(strategy).lose(DAY, 0.5)));
    double expected =
        0.5 * Math.sqrt(1 / 3.0) * 2.575829303549 + 0.5825971579 * 0.5 * Math.sqrt(1 / 1440.0);
    assertThat(buffer).isEqualTo(expected, within(1e-9));
    TargetBand band = strategy.band().band(buffer);
    assertThat(band.low()).isEqualTo(Ratio.parse("1.80125426"));
    assertThat(band.lowTarget()).isEqualTo(Ratio.parse("2.17688139"));
    assertThat(band.highTarget()).isEqualTo(Ratio.parse("2.55250852"));
    assertThat(band.high()).isEqualTo(Ratio.parse("3.30376278"));
  }

  @ParameterizedTest
  @CsvSource({
    "180125.42, EARN_TO_FUTURE",
    "-5000, EARN_TO_FUTURE",
    "330376.28, FUTURE_TO_EARN",
    "180125.43, ",
    "330376.27, ",
  })
  void needsADirectionOutsideThatBand(String equity, Direction direction) {
    Course course = new Course(strategy("warm-up", "1d")).lose(DAY, 0.5);
    Need need = strategy().need(course.equity(Usdt.parseSigned(equity)).situation());
    assertThat(need)
        .isEqualTo(direction == null ? new Hold("uniMMR is inside the band") : direction);
  }

  @Test
  void neverPutsLowBelowTheFloorNorAboveTheCeiling() {
    VolatilityBuffer strategy = strategy("floor", "1.6x", "ceiling", "4x");
    assertThat(strategy.band().band(0).low()).isEqualTo(Ratio.parse("1.6"));
    assertThat(strategy.band().band(Double.NaN).low()).isEqualTo(Ratio.parse("1.6"));
    assertThat(strategy.band().band(1e300).low()).isEqualTo(Ratio.parse("4"));
    assertThat(strategy.band().band(1).low()).isEqualTo(Ratio.parse("2.05"));
  }

  @Test
  void rescuesBeforeItHasSeenEnoughButMovesNothingBack() {
    VolatilityBuffer strategy = strategy("warm-up", "2d");
    Course course = new Course(strategy).lose(DAY, 0);
    assertThat(strategy.need(course.situation()))
        .isEqualTo(new Hold("too little has been seen of the account to move anything back"));
    assertThat(strategy.need(course.lose(DAY, 0).situation())).isEqualTo(Direction.FUTURE_TO_EARN);
    Course poor = new Course(strategy).equity(Usdt.of(149_999));
    assertThat(strategy.need(poor.situation())).isEqualTo(Direction.EARN_TO_FUTURE);
  }

  @Test
  void bringsUniMmrToTheTargetsOfTheBuffer() {
    VolatilityBuffer strategy = strategy();
    Course course = new Course(strategy).lose(DAY, 0.5).equity(Usdt.of(150_000));
    Transferable plenty = new Transferable(Direction.EARN_TO_FUTURE, Usdt.of(1_000_000), FULL);
    assertThat(strategy.propose(course.situation(), plenty))
        .isEqualTo(
            new Proposal.Move(
                Usdt.parse("67688.139"), "uniMMR is below low: bring it to low-target"));
  }

  @Test
  void remembersToTheLastBitByItsText() {
    Random random = Seeds.random();
    Course course = new Course(strategy());
    for (int i = 0; i < 500; i++) {
      course.lose(Duration.ofMillis(1 + random.nextInt(100_000_000)), random.nextGaussian() / 10);
      String text = course.memory().text();
      assertThat(FACTORY.recall(text)).as(Seeds.at(i)).isEqualTo(course.memory());
      assertThat(FACTORY.recall(text).text()).isEqualTo(text);
      assertThat(text.length()).isLessThan(120);
    }
    assertThat(FACTORY.recall("")).isEqualTo(Memory.NONE);
  }

  /** One walk, bit by bit, whichever Java runs it. */
  @Test
  void getsTheSameBitsOnEveryJava() {
    Course course = new Course(strategy());
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      course.lose(Duration.ofMillis(1 + random.nextInt(100_000)), random.nextInt(1_000) / 1e5);
    }
    assertThat(course.memory().text())
        .isEqualTo("1584108154648 -200084 100000 50000 0x1.d20caaa2e506ep-5 0x1.2348d1987cc27p-5");
    assertThat(Double.toHexString(strategy().deviations())).isEqualTo("0x1.80a466108f5e9p0");
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 3, 'a volatility estimate has six words, got \"1 2 3\"'",
    "x 1 1 1 0x1.0p0 0x1.0p0, 'a time must be epoch milliseconds, got \"x\"'",
    "1 1e9 1 1 0x1.0p0 0x1.0p0, 'an amount must be a plain decimal with at most 8 decimals, got \"1e9\"'",
    "1 1 1 1 0.5 0x1.0p0, 'a number must be hexadecimal, as in 0x1.8p-1, got \"0.5\"'",
    "1 1 1 1 NaN 0x1.0p0, 'a number must be hexadecimal, as in 0x1.8p-1, got \"NaN\"'",
  })
  void refusesAMemoryThatIsNone(String text, String message) {
    assertThatThrownBy(() -> FACTORY.recall(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "floor, 1.05x, 'floor: 1.05x must be above 1.05x, where the exchange liquidates'",
    "ceiling, 1.4x, 'ceiling: 1.4x must not be below floor (1.5x)'",
    "low-target, 1x, 'low-target: 1x must be above 1x'",
    "high-target, 1.4x, 'high-target: 1.4x must not be below low-target (1.5x)'",
    "high, 2x, 'high: 2x must be above high-target (2x)'",
    "ceiling, 1001x, 'ceiling: 1001x must not be above 1000x'",
    "breach, 0%, 'breach: must lie between 0% and 100%'",
    "breach, 0.00005%, 'breach: must be at least 0.0001%'",
    "lambda, 100%, 'lambda: must lie between 0% and 100%'",
    "lambda, 99.99%, 'lambda: must be at most 99.9%'",
    "horizon, 0m, 'check-every: must not be longer than horizon, which must be positive'",
    "check-every, 9h, 'check-every: must not be longer than horizon, which must be positive'",
  })
  void refusesWhatDoesNotFit(String name, String text, String message) {
    assertThatThrownBy(() -> strategy(name, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
