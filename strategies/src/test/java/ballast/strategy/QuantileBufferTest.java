package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over a maintenance margin of 100,000, of which the account loses or gains a share at a time. */
class QuantileBufferTest {
  private static final StrategyFactory FACTORY = new QuantileBuffer.Factory();
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static QuantileBuffer strategy(String... given) {
    Map<String, String> texts = new HashMap<>(Map.of("floor", "1.2x"));
    for (int i = 0; i < given.length; i += 2) {
      texts.put(given[i], given[i + 1]);
    }
    return (QuantileBuffer) FACTORY.create(Parameters.of(FACTORY.parameters(), texts));
  }

  private static double buffer(QuantileBuffer strategy, Course course) {
    return strategy.buffer(LossTail.of(course.situation()));
  }

  /** Losses are sorted anew at every window here, which shares nothing with the kept tail. */
  @ParameterizedTest
  @CsvSource({"1%, 500", "1%, 99", "5%, 100", "20%, 20", "0.2%, 1000"})
  void isTheQuantileOfTheSlidingSampleExactly(String breach, int windows) {
    QuantileBuffer strategy = strategy("breach", breach, "windows", "" + windows, "stress", "1x");
    Course course = new Course(strategy);
    Random random = Seeds.random();
    List<Double> losses = new ArrayList<>();
    long breachE8 = Parameter.Kind.percent(breach).e8();
    for (int i = 0; i < 1_500; i++) {
      double loss = Math.round(random.nextGaussian() * 1e5) / 1e6;
      course.lose(WINDOW, loss);
      losses.add(loss);
      List<Double> sample = losses.subList(Math.max(0, losses.size() - windows), losses.size());
      int rank = (int) Math.max(1, breachE8 * (sample.size() + 1) / 100_000_000);
      double worst = sample.stream().sorted(Comparator.reverseOrder()).toList().get(rank - 1);
      assertThat(buffer(strategy, course))
          .as(Seeds.at(i))
          .isEqualTo(Math.max(0, worst), within(1.1e-6));
    }
  }

  @Test
  void takesTheMeanBeyondTheQuantileAsWanted() {
    String[] sample = {"breach", "20%", "windows", "10", "stress", "2x", "shortfall"};
    for (Object[] row : new Object[][] {{"0%", 0.6}, {"100%", 0.8}, {"50%", 0.7}}) {
      QuantileBuffer strategy =
          strategy(
              sample[0],
              sample[1],
              sample[2],
              sample[3],
              sample[4],
              sample[5],
              sample[6],
              (String) row[0]);
      Course course = new Course(strategy);
      for (double loss : new double[] {0.1, 0.5, -0.7, 0.3, 0.2, 0.1, 0, 0, 0, 0}) {
        course.lose(WINDOW, loss);
      }
      assertThat(buffer(strategy, course)).isEqualTo((double) row[1], within(1e-5));
    }
  }

  @Test
  void addsUpAWindowOfManyTicksAndLeavesATransferOut() {
    QuantileBuffer strategy = strategy("stress", "1x");
    Course course = new Course(strategy);
    for (int i = 0; i < 14; i++) {
      course.lose(MINUTE, 0.01);
    }
    assertThat(buffer(strategy, course)).isZero();
    course.move(MINUTE, Usdt.of(20_000));
    assertThat(buffer(strategy, course)).isEqualTo(0.14, within(1e-4));
    assertThat(LossTail.of(course.situation()).closed()).isEqualTo(1);
  }

  @Test
  void countsAnOutageAsOneWindow() {
    QuantileBuffer strategy = strategy("stress", "1x");
    Course course = new Course(strategy).lose(Duration.ofHours(5), 0.9);
    assertThat(LossTail.of(course.situation()).closed()).isEqualTo(1);
    assertThat(buffer(strategy, course)).isEqualTo(0.9, within(1e-5));
  }

  @Test
  void rescuesByTheWorstLossButMovesNothingBackBeforeTheSampleIsLargeEnough() {
    QuantileBuffer strategy = strategy("stress", "2x");
    Course course = new Course(strategy).lose(WINDOW, 0.4);
    assertThat(strategy.need(course.equity(Usdt.of(184_999)).situation()))
        .isEqualTo(Direction.EARN_TO_FUTURE);
    QuantileBuffer narrow = strategy();
    Course calm = new Course(narrow);
    for (int i = 0; i < 98; i++) {
      calm.lose(WINDOW, 0);
    }
    assertThat(narrow.need(calm.situation()))
        .isEqualTo(new Hold("too little has been seen of the account to move anything back"));
    assertThat(narrow.need(calm.lose(WINDOW, 0).situation())).isEqualTo(Direction.FUTURE_TO_EARN);
  }

  /** Kupiec's region for T = 1000, p = 1 %: 4 < N < 17. Fat tails or not, the promise is kept. */
  @ParameterizedTest
  @CsvSource({"gaussian", "student-3", "student-4"})
  void isExceededAsOftenAsPromised(String distribution) {
    Random random = Seeds.random();
    int exceeded = exceeded(random, draw(distribution));
    assertThat(Kupiec.rejects(1_000, exceeded, 0.01))
        .as("%d of 1000, %s", exceeded, Seeds.at(0))
        .isFalse();
    assertThat(exceeded).isBetween(5, 16);
  }

  private static int exceeded(Random random, ToDoubleFunction<Random> loss) {
    QuantileBuffer strategy = strategy("stress", "1x");
    Course course = new Course(strategy);
    int exceeded = 0;
    for (int i = 0; i < 1_500; i++) {
      double next = loss.applyAsDouble(random);
      exceeded += i >= 500 && next > buffer(strategy, course) ? 1 : 0;
      course.lose(WINDOW, next);
    }
    return exceeded;
  }

  private static ToDoubleFunction<Random> draw(String distribution) {
    return switch (distribution) {
      case "gaussian" -> random -> 0.1 * random.nextGaussian();
      case "student-3" -> random -> 0.1 * student(random, 3);
      default -> random -> 0.1 * student(random, 4);
    };
  }

  private static double student(Random random, int freedom) {
    double squares = 0;
    for (int i = 0; i < freedom; i++) {
      double gaussian = random.nextGaussian();
      squares += gaussian * gaussian;
    }
    return random.nextGaussian() / Math.sqrt(squares / freedom);
  }

  @Test
  void remembersExactlyInLessThanThreeHundredCharacters() {
    Course course = new Course(strategy());
    Random random = Seeds.random();
    long characters = 0;
    int longest = 0;
    for (int i = 0; i < 3_000; i++) {
      course.lose(Duration.ofMinutes(5), random.nextGaussian() / 7);
      String text = course.memory().text();
      characters += text.length();
      longest = Math.max(longest, text.length());
      assertThat(FACTORY.recall(text)).as(Seeds.at(i)).isEqualTo(course.memory());
    }
    assertThat(characters / 3_000).isLessThan(280);
    assertThat(longest).isLessThan(350);
    assertThat(FACTORY.recall("")).isEqualTo(Memory.NONE);
  }

  @Test
  void keepsABoundedTailOfLossesThatOnlyShrink() {
    Course course = new Course(strategy());
    for (int i = 0; i < 499; i++) {
      course.lose(WINDOW, 0.5 - i / 1_000.0);
    }
    assertThat(LossTail.of(course.situation()).worst()).hasSize(LossTail.MOST);
    assertThat(FACTORY.recall(course.memory().text())).isEqualTo(course.memory());
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 3, 'a tail of losses has eight words, got \"1 2 3\"'",
    "1 1 1 1 0 0 x ;, 'a tail of losses counts in whole numbers, got \"x\"'",
    "1 1 1 1 0 0 1 1, 'a tail of losses ends in pairs of base 36 and a semicolon, got \"1\"'",
  })
  void refusesAMemoryThatIsNone(String text, String message) {
    assertThatThrownBy(() -> FACTORY.recall(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "horizon, 0m, 'horizon: must be positive'",
    "shortfall, 101%, 'shortfall: must not be more than 100%'",
    "stress, 0x, 'stress: must be positive'",
    "windows, 100001, 'windows: must not be more than 100000'",
    "windows, 98, 'windows: of 98 windows 0 may be worse than the quantile; take windows so that it is 1 to 6'",
    "breach, 5%, 'windows: of 500 windows 25 may be worse than the quantile; take windows so that it is 1 to 6'",
  })
  void refusesWhatDoesNotFit(String name, String text, String message) {
    assertThatThrownBy(() -> strategy(name, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
