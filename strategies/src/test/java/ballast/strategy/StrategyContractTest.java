package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Proposal.Move;
import ballast.strategy.contract.StrategyContract;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every strategy on the class path keeps to, whatever it decides. */
class StrategyContractTest {
  /** Where a strategy must hold with the values of its example; where it says so itself. */
  private static final Map<String, Predicate<Situation>> CALM =
      Map.of("target-band", between("1.6", "3.2"), "hold", situation -> true);

  static Stream<StrategyFactory> factories() {
    return ServiceLoader.load(StrategyPlugin.class).stream()
        .flatMap(provider -> provider.get().strategies().stream());
  }

  @ParameterizedTest
  @MethodSource("factories")
  void hasASectionInTheGuideThatNamesEveryParameter(StrategyFactory factory) throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "strategies.md"));
    assertThat(guide).contains("\n## " + factory.name() + "\n");
    String section = guide.split("\n## " + factory.name() + "\n")[1].split("\n## ")[0];
    assertThat(factory.parameters())
        .allSatisfy(each -> assertThat(section).contains("| `" + each.name() + "` |"));
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
  void keepsTheContractInTenThousandSituations(StrategyFactory factory) {
    StrategyContract contract = StrategyContract.of(factory).from(Seeds.SEED);
    Optional.ofNullable(CALM.get(factory.name()))
        .map(contract::holdingWhere)
        .orElse(contract)
        .check();
  }

  @Test
  void keepsTheContractWithFundingThatIsForetold() {
    StrategyFactory factory = new ScheduledLiquidity.Factory();
    Map<String, String> texts = new TreeMap<>(factory.example());
    texts.put("funding", "expected else 2%");
    texts.put("funding-lead", "7h");
    StrategyContract.of(factory).with(texts).from(Seeds.SEED).check();
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

  /** Whether uniMMR lies from the one to the other, in arithmetic of its own. */
  private static Predicate<Situation> between(String low, String high) {
    return situation -> {
      BigDecimal margin = BigDecimal.valueOf(situation.maintenanceMarginE8());
      BigDecimal equity = BigDecimal.valueOf(situation.equityE8());
      return margin.signum() > 0
          && equity.compareTo(margin.multiply(new BigDecimal(low))) >= 0
          && equity.compareTo(margin.multiply(new BigDecimal(high))) <= 0;
    };
  }
}
