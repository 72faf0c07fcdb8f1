package ballast.backtest;

import ballast.decide.Decision;
import ballast.decide.Limits;
import ballast.journal.Journal;
import ballast.notify.TickReport;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperVenue;
import ballast.paper.Scenario;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import ballast.tick.Assigned;
import ballast.tick.Clocks;
import ballast.tick.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The full tick on the paper exchange, cranked through a scenario.
 *
 * @param faults what goes wrong on the way to the exchange
 * @param elsewhere is run before each tick, with its number: what others do
 */
public record PaperTicks(
    Scenario scenario,
    PaperExchange exchange,
    Journal journal,
    Faults faults,
    IntConsumer elsewhere) {
  public static PaperTicks plain(Scenario scenario, PaperExchange exchange, Journal journal) {
    return new PaperTicks(scenario, exchange, journal, Faults.none(), tick -> {});
  }

  /** A move as both worlds can tell it. */
  public record Told(long timeMillis, String direction, String amount, String reason) {
    static List<Told> of(List<Move> moves) {
      return moves.stream()
          .map(
              move ->
                  new Told(
                      move.timeMillis(),
                      move.direction().name(),
                      move.amount().toString(),
                      move.reason()))
          .toList();
    }
  }

  /** Every move that was decided, in order. */
  public List<Told> run(StrategyFactory factory, Parameters parameters, Limits limits) {
    List<Told> told = new ArrayList<>();
    PaperClock clock = PaperClock.cranked(scenario.prices().startMillis());
    Tick tick =
        new Tick(
            Assigned.to("main", factory, parameters.texts(), limits),
            new PaperVenue(exchange, clock, faults),
            journal,
            report -> tell(report, told),
            Clocks.ofPaper(clock, () -> 0));
    int number = 0;
    elsewhere.accept(number);
    tick.run();
    while (clock.millis() < exchange.endMillis()) {
      long left = exchange.endMillis() - clock.millis();
      clock.advance(Duration.ofMillis(Math.min(scenario.tick().toMillis(), left)));
      elsewhere.accept(++number);
      tick.run();
    }
    return told;
  }

  private static void tell(TickReport report, List<Told> told) {
    if (report instanceof TickReport.Decided decided
        && decided.decision().kind() == Decision.Kind.MOVE) {
      Decision decision = decided.decision();
      told.add(
          new Told(
              decision.facts().situation().nowMillis(),
              decision.direction().orElseThrow().name(),
              decision.amount().toString(),
              decision.reason()));
    }
  }
}
