package ballast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.backtest.PaperTicks.Told;
import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.journal.Journal;
import ballast.journal.MemoryJournal;
import ballast.market.MarketFiles;
import ballast.market.RecordedData;
import ballast.paper.PaperExchange;
import ballast.paper.Scenario;
import ballast.strategy.Parameters;
import ballast.strategy.Situation;
import ballast.strategy.StrategyFactory;
import ballast.strategy.StrategyPlugin;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The backtest takes the decisions that the live tick takes, amount by amount. */
class OneTruthTest {
  @ParameterizedTest
  @ValueSource(strings = {"march-2020", "calm-april-2026", "whipsaw-may-2021"})
  void movesWhatTheTickMovesInEveryShippedScenario(String name) {
    Scenario scenario = Scenario.shipped(name);
    compare(scenario, scenario.demo().strategy(), scenario.demo().parameters());
  }

  @Test
  void movesWhatTheTickMovesInATightBand() {
    int moves =
        compare(
            Scenario.shipped("whipsaw-may-2021"),
            "target-band",
            Map.of("low", "8.2x", "low-target", "8.3x", "high-target", "8.3x", "high", "8.4x"));
    assertThat(moves).isGreaterThan(400);
  }

  @Test
  void isLiquidatedWhereTheTickIs() {
    assertThat(
            compare(
                Scenario.shipped("march-2020"),
                "target-band",
                Map.of(
                    "low", "1.06x", "low-target", "1.07x", "high-target", "1.1x", "high", "1.2x")))
        .isPositive();
  }

  /** Whoever ships a strategy need not come here: its own example is run. */
  static Stream<StrategyFactory> shippedStrategies() {
    return ServiceLoader.load(StrategyPlugin.class).stream()
        .flatMap(provider -> provider.get().strategies().stream());
  }

  @ParameterizedTest
  @MethodSource("shippedStrategies")
  void movesWhatTheTickMovesByEveryShippedStrategy(StrategyFactory factory) {
    int moves = compare(Scenario.shipped("whipsaw-may-2021"), factory, factory.example());
    moves += compare(Scenario.shipped("march-2020"), factory, factory.example());
    assertThat(moves > 0).isEqualTo(!factory.name().equals("hold"));
  }

  /** Lead times that the shipped example's half hour is too short for on these paths. */
  @ParameterizedTest
  @ValueSource(strings = {"march-2020", "whipsaw-may-2021"})
  void movesWhatTheTickMovesByTheFundingThatIsExpected(String name) {
    Map<String, String> texts =
        Map.of(
            "low",
            "8.2x",
            "low-target",
            "8.3x",
            "high-target",
            "8.3x",
            "high",
            "8.4x",
            "funding",
            "expected",
            "funding-lead",
            "4h");
    assertThat(compare(Scenario.shipped(name), "scheduled-liquidity", texts)).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"march-2020", "calm-april-2026", "whipsaw-may-2021"})
  void expectsTheFundingThatThePaperExchangeExpects(String name) {
    Scenario scenario = Scenario.shipped(name);
    History whole = History.of(scenario, scenario.tick());
    int from = whole.steps() / 3;
    History part = whole.between(from, whole.steps());
    PaperExchange exchange = new PaperExchange(scenario);
    int foretold = 0;
    for (int step = 0; step < whole.steps(); step++) {
      exchange.advanceTo(whole.timeMillis(step));
      if (exchange.liquidatedAt().isPresent()) {
        break;
      }
      long expected = exchange.funding().amount().e8();
      long due = exchange.funding().dueMillis().orElse(Situation.NEVER);
      assertThat(whole.expectedFundingE8(step)).as("step %d", step).isEqualTo(expected);
      assertThat(whole.expectedFundingMillis(step)).isEqualTo(due);
      if (step >= from) {
        assertThat(part.expectedFundingE8(step - from)).as("step %d", step).isEqualTo(expected);
        assertThat(part.expectedFundingMillis(step - from)).isEqualTo(due);
      }
      foretold += expected == 0 ? 0 : 1;
    }
    assertThat(foretold).isGreaterThan(1_000);
  }

  @Test
  void movesWhatTheTickMovesInThreeRecordedYears() {
    Scenario scenario =
        Scenario.ofPrices(
            MarketFiles.prices(
                RecordedData.file("btcusdt_perp_mark_1h_2019-12_2022-12.csv"), false));
    compare(scenario, scenario.demo().strategy(), scenario.demo().parameters());
  }

  private static int compare(Scenario scenario, String strategy, Map<String, String> texts) {
    return compare(scenario, ShippedStrategies.named(strategy), texts);
  }

  private static int compare(
      Scenario scenario, StrategyFactory factory, Map<String, String> texts) {
    Parameters parameters = Parameters.of(factory.parameters(), texts);
    Limits limits = scenario.demo().limits();
    BacktestResult backtest =
        Backtest.of(factory, parameters, limits, Execution.INSTANT)
            .run(History.of(scenario, scenario.tick()));
    PaperExchange exchange = new PaperExchange(scenario);
    List<Told> live;
    try (Journal journal = new MemoryJournal()) {
      live = PaperTicks.plain(scenario, exchange, journal).run(factory, parameters, limits);
    }
    List<Told> walked = Told.of(backtest.moves());
    assertThat(walked).isEqualTo(live);
    assertThat(backtest.liquidated()).isEqualTo(exchange.liquidatedAt().isPresent());
    assertThat(backtest.lowestUniMmr()).isEqualTo(exchange.lowestUniMmr());
    if (!backtest.liquidated()) {
      assertThat(backtest.interest()).isEqualTo(exchange.ldusdtInterest());
      assertThat(backtest.funding()).isEqualTo(exchange.fundingPaid());
    }
    return walked.size();
  }
}
