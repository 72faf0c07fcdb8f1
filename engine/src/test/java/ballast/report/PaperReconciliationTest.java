package ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.backtest.PaperTicks;
import ballast.decide.ShippedStrategies;
import ballast.journal.Journal;
import ballast.journal.MemoryJournal;
import ballast.journal.Span;
import ballast.market.MarketFiles;
import ballast.market.RecordedData;
import ballast.paper.Movement;
import ballast.paper.PaperExchange;
import ballast.paper.Scenario;
import ballast.strategy.Direction;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the daily report says was moved is what the paper exchange says that it moved. */
class PaperReconciliationTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void movedIsWhatTheExchangeMovedInEveryShippedCrash() {
    reconcile(Scenario.shipped("march-2020"));
  }

  @Test
  void movedIsWhatTheExchangeMovedInThreeRecordedYears() {
    reconcile(
        Scenario.ofPrices(
            MarketFiles.prices(
                RecordedData.file("btcusdt_perp_mark_1h_2019-12_2022-12.csv"), false)));
  }

  private static void reconcile(Scenario scenario) {
    PaperExchange exchange = new PaperExchange(scenario);
    try (Journal journal = new MemoryJournal()) {
      StrategyFactory factory = ShippedStrategies.named(scenario.demo().strategy());
      Parameters parameters = Parameters.of(factory.parameters(), scenario.demo().parameters());
      PaperTicks.plain(scenario, exchange, journal)
          .run(factory, parameters, scenario.demo().limits());
      List<DailyRow> rows = DailyBook.rows(journal.reader(), Span.everything(), BERLIN);
      assertThat(exchange.ledger()).isNotEmpty();
      assertThat(sums(rows, DailyRow::movedIn))
          .isEqualTo(ledger(exchange.ledger(), Direction.EARN_TO_FUTURE));
      assertThat(sums(rows, DailyRow::movedOut))
          .isEqualTo(ledger(exchange.ledger(), Direction.FUTURE_TO_EARN));
      assertThat(rows)
          .allSatisfy(row -> assertThat(row.unexplained()).contains(Usdt.ZERO))
          .allSatisfy(row -> assertThat(row.foreign()).isEqualTo(Usdt.ZERO));
    }
  }

  private static Map<String, Usdt> sums(List<DailyRow> rows, Function<DailyRow, Usdt> figure) {
    return rows.stream()
        .filter(row -> figure.apply(row).isPositive())
        .collect(
            Collectors.toMap(row -> row.day().date().toString(), figure, Usdt::plus, TreeMap::new));
  }

  private static Map<String, Usdt> ledger(List<Movement> ledger, Direction direction) {
    return ledger.stream()
        .filter(movement -> movement.direction() == direction)
        .collect(
            Collectors.toMap(
                movement -> Day.of(movement.timeMillis(), BERLIN).date().toString(),
                Movement::amount,
                Usdt::plus,
                TreeMap::new));
  }
}
