package ballast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.backtest.PaperTicks.Told;
import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.journal.Journal;
import ballast.journal.MemoryJournal;
import ballast.journal.Policy;
import ballast.journal.Span;
import ballast.paper.Faults;
import ballast.paper.PaperExchange;
import ballast.paper.Scenario;
import ballast.strategy.Direction;
import ballast.strategy.Parameters;
import ballast.strategy.Situation;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an account would have looked like had the amounts been others. */
class JournalHistoryTest {
  private static final Scenario WHIPSAW = Scenario.shipped("whipsaw-may-2021");
  private static final Limits LIMITS = WHIPSAW.demo().limits();
  private static final Map<String, String> TIGHT =
      Map.of("low", "8.2x", "low-target", "8.3x", "high-target", "8.3x", "high", "8.4x");

  private final Journal journal = new MemoryJournal();
  private final PaperExchange exchange = new PaperExchange(WHIPSAW);

  private List<Told> tick(Map<String, String> parameters, Faults faults, IntConsumer elsewhere) {
    StrategyFactory band = ShippedStrategies.targetBand();
    return new PaperTicks(WHIPSAW, exchange, journal, faults, elsewhere)
        .run(band, Parameters.of(band.parameters(), parameters), LIMITS);
  }

  private JournalHistory.Read read() {
    return JournalHistory.read(journal.reader(), "main", Span.everything());
  }

  private static BacktestResult run(History history, String strategy, Map<String, String> texts) {
    StrategyFactory factory = ShippedStrategies.named(strategy);
    return Backtest.of(
            factory, Parameters.of(factory.parameters(), texts), LIMITS, Execution.INSTANT)
        .run(history);
  }

  /** The journal's own policy on its own journal. */
  private List<Told> again() {
    JournalHistory.Read read = read();
    Policy policy = read.policy();
    assertThat(policy.strategy()).isEqualTo("target-band");
    return Told.of(run(read.history(), policy.strategy(), policy.parameters()).moves());
  }

  @Test
  void reproducesEveryRecordedTransfer() {
    List<Told> recorded = tick(TIGHT, Faults.none(), tick -> {});
    assertThat(recorded).hasSizeGreaterThan(400);
    assertThat(again()).isEqualTo(recorded);
  }

  /** Now and then the forecast could not be read, and the journal's past knows which. */
  @Test
  void expectsTheFundingThatWasRead() {
    Map<String, String> texts = new TreeMap<>(TIGHT);
    texts.putAll(Map.of("funding", "expected else 1%", "funding-lead", "4h"));
    StrategyFactory factory = ShippedStrategies.named("scheduled-liquidity");
    Faults faults =
        Faults.parse(
            "{\"seed\": 1, \"faults\": [{\"kind\": \"http-5xx-before-effect\", \"path\": \"positionRisk\","
                + " \"rate\": \"0.02\"}]}");
    List<Told> recorded =
        new PaperTicks(WHIPSAW, exchange, journal, faults, tick -> {})
            .run(factory, Parameters.of(factory.parameters(), texts), LIMITS);
    assertThat(recorded).hasSizeGreaterThan(400);
    History history = read().history();
    assertThat(IntStream.range(0, history.steps()).mapToLong(history::expectedFundingE8))
        .contains(Situation.UNKNOWN)
        .anyMatch(expected -> expected > 0);
    assertThat(Told.of(run(history, factory.name(), texts).moves())).isEqualTo(recorded);
  }

  @Test
  void keepsWhatOthersMoved() {
    List<Told> recorded =
        tick(
            TIGHT,
            Faults.none(),
            tick -> {
              if (tick == 100 || tick == 900) {
                exchange.transfer(Direction.FUTURE_TO_EARN, Usdt.of(30_000));
              } else if (tick == 500) {
                exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(20_000));
              }
            });
    assertThat(journal.reader().foreign(Span.everything())).hasSize(3);
    assertThat(recorded).hasSizeGreaterThan(400);
    assertThat(again()).isEqualTo(recorded);
  }

  @Test
  void keepsThePauseThatOthersBrought() {
    Usdt most = LIMITS.perTransfer();
    List<Told> recorded =
        tick(
            TIGHT,
            Faults.none(),
            tick -> {
              if (tick == 1_000) {
                exchange.transfer(Direction.FUTURE_TO_EARN, most);
                exchange.transfer(Direction.EARN_TO_FUTURE, most);
                exchange.transfer(Direction.EARN_TO_FUTURE, most.plus(Usdt.of(1)));
              }
            });
    assertThat(journal.reader().acts(Span.everything())).hasSize(1);
    assertThat(again()).isEqualTo(recorded);
  }

  @Test
  void looksLikeTheAccountOnPricesHadNothingBeenMoved() {
    tick(TIGHT, Faults.none(), tick -> {});
    Trace recorded = run(read().history(), "hold", Map.of()).trace();
    Trace onPrices = run(History.of(WHIPSAW, WHIPSAW.tick()), "hold", Map.of()).trace();
    int steps = 0;
    while (onPrices.next()) {
      assertThat(recorded.next()).isTrue();
      assertThat(recorded.equity()).isEqualTo(onPrices.equity());
      assertThat(recorded.uniMmr()).isEqualTo(onPrices.uniMmr());
      steps++;
    }
    assertThat(steps).isGreaterThan(2_000);
  }

  @Test
  void movesWhatAnotherPolicyMovesOnPrices() {
    tick(TIGHT, Faults.none(), tick -> {});
    Map<String, String> other =
        Map.of("low", "7x", "low-target", "7.5x", "high-target", "8.5x", "high", "9x");
    List<Move> onPrices = run(History.of(WHIPSAW, WHIPSAW.tick()), "target-band", other).moves();
    assertThat(onPrices).hasSizeGreaterThan(20);
    assertThat(Told.of(run(read().history(), "target-band", other).moves()))
        .isEqualTo(Told.of(onPrices));
  }

  @Test
  void knowsNeitherFundingNorInterest() {
    tick(TIGHT, Faults.none(), tick -> {});
    assertThat(read().history().isModelled()).isFalse();
    assertThat(read().knowsCollateral()).isTrue();
    assertThat(read().knowsEarn()).isTrue();
  }

  @Test
  void refusesAnAccountWithoutDecisions() {
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the journal has no decision of account main in that time");
  }
}
