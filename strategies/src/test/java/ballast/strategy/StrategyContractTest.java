package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Proposal.Move;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every strategy on the class path keeps to, whatever it decides. */
class StrategyContractTest {
  private static final int CASES = 10_000;

  static Stream<StrategyFactory> factories() {
    return ServiceLoader.load(StrategyPlugin.class).stream()
        .flatMap(provider -> provider.get().strategies().stream());
  }

  @Test
  void shipsTheStrategiesTheGuideNames() {
    assertThat(factories().map(StrategyFactory::name)).containsExactly("target-band", "hold");
  }

  @ParameterizedTest
  @MethodSource("factories")
  void describesItself(StrategyFactory factory) {
    assertThat(factory.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(factory.summary()).isNotBlank().hasLineCount(1);
    assertThat(factory.source()).isNotBlank().hasLineCount(1);
    assertThat(factory.parameters())
        .allSatisfy(
            parameter -> {
              assertThat(parameter.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
              assertThat(parameter.description()).isNotBlank().hasLineCount(1);
            });
    assertThat(factory.parameters().stream().map(Parameter::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("factories")
  void answersEverySituationTheSameTwiceAndWithinWhatIsTransferable(StrategyFactory factory) {
    Strategy strategy = create(factory);
    Strategy twin = create(factory);
    Random random = Seeds.random();
    for (int i = 0; i < CASES; i++) {
      Situation situation = anySituation(random);
      Need need = strategy.need(situation);
      assertThat(twin.need(situation.freeze())).as(Seeds.at(i)).isEqualTo(need);
      assertThat(strategy.remember(situation)).isEqualTo(twin.remember(situation));
      if (!(need instanceof Direction direction)) {
        continue;
      }
      Usdt available = new Usdt(Seeds.upTo(Usdt.of(100_000_000).e8(), random));
      Transferable transferable =
          new Transferable(direction, available, CollateralPropertiesTest.anyCollateral(random));
      Proposal proposal = strategy.propose(situation, transferable);
      assertThat(twin.propose(situation, transferable)).as(Seeds.at(i)).isEqualTo(proposal);
      if (proposal instanceof Move move) {
        assertThat(move.amount().isPositive()).as(Seeds.at(i)).isTrue();
        assertThat(move.amount()).as(Seeds.at(i)).isLessThanOrEqualTo(available);
        assertThat(move.reason()).hasLineCount(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("factories")
  void holdsWithOneAndTheSameObject(StrategyFactory factory) {
    Strategy strategy = create(factory);
    Situation calm = situation(Usdt.of(200_000).e8(), Usdt.of(100_000).e8(), 0);
    assertThat(strategy.need(calm)).isInstanceOf(Hold.class).isSameAs(strategy.need(calm));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void recallsWhatItRemembers(StrategyFactory factory) {
    Memory memory = create(factory).remember(situation(1, 1, 1));
    assertThat(factory.recall(memory.text())).isEqualTo(memory);
    assertThat(memory.text()).doesNotContain("\n");
  }

  @Test
  void refusesAMemoryWhereNoneIsKept() {
    StrategyFactory factory = new BuiltIns().strategies().get(0);
    assertThatThrownBy(() -> factory.recall("7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("strategy target-band keeps no memory, got \"7\"");
  }

  @Test
  void refusesAnswersThatSayNothing() {
    for (Runnable making :
        List.<Runnable>of(
            () -> new Hold(" "),
            () -> new Move(Usdt.of(1), ""),
            () -> new Move(Usdt.ZERO, "why"),
            () -> new Move(new Usdt(-1), "why"))) {
      assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Strategy create(StrategyFactory factory) {
    return factory.create(Parameters.of(factory.parameters(), factory.example()));
  }

  /** Up to a margin of 100 million, equity from −500 million to 2 billion, ends of every size. */
  private static Situation anySituation(Random random) {
    long margin = Seeds.upTo(Usdt.of(100_000_000).e8(), random);
    long equity =
        switch (random.nextInt(4)) {
          case 0 -> -Seeds.upTo(Usdt.of(500_000_000).e8(), random);
          case 1 -> Seeds.upTo(Usdt.of(2_000_000_000).e8(), random);
          default -> margin / 100 * random.nextInt(500) + random.nextInt(3) - 1;
        };
    return situation(equity, margin, Seeds.upTo(Usdt.of(500_000_000).e8(), random));
  }

  private static Situation situation(long equity, long margin, long held) {
    return new Situation.Recorded(
        1_584_057_600_000L, equity, margin, held, Situation.NEVER, Memory.NONE);
  }
}
