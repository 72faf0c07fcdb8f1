package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.decide.Limits;
import ballast.journal.ForeignMove;
import ballast.journal.Intent;
import ballast.journal.Journal;
import ballast.journal.MemoryJournal;
import ballast.journal.OperatorAct;
import ballast.journal.RecordedTick;
import ballast.journal.Span;
import ballast.notify.Notifier;
import ballast.notify.TickReport;
import ballast.paper.Faults;
import ballast.paper.Movement;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperVenue;
import ballast.paper.Scenario;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account {@code main} on the paper exchange of March 2020, in process, with a journal in
 * memory and a clock that is cranked by hand. It begins at 8x: 400,000 of equity over 50,000 of
 * maintenance margin, 400,000 LDUSDT in Futures and 700,000 in Earn.
 */
final class MarchAccount {
  static final Limits LIMITS =
      new Limits(false, Usdt.of(250_000), Usdt.of(1_000_000), Usdt.of(100), 60_000, 15_000);
  static final Limits DRY_RUN =
      new Limits(true, Usdt.of(250_000), Usdt.of(1_000_000), Usdt.of(100), 60_000, 15_000);

  /** 8x is below this low, so the first tick moves at once. */
  static final Map<String, String> MOVES_AT_ONCE =
      Map.of("low", "9x", "low-target", "10x", "high-target", "30x", "high", "40x");

  static final Map<String, String> HOLDS =
      Map.of("low", "5x", "low-target", "7x", "high-target", "12x", "high", "16x");

  final PaperClock clock = PaperClock.cranked(1_800_000_000_000L);
  final PaperExchange exchange =
      new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());
  final MemoryJournal journal = new MemoryJournal();

  /** What the ticks said, in order. */
  final List<TickReport> told = new ArrayList<>();

  MarchAccount() {
    assertThat(exchange.ledger()).as("nothing has moved yet").isEmpty();
  }

  /** A process that keeps the account by the target band. */
  Tick tick(Map<String, String> band) {
    return tick(band, LIMITS, venue());
  }

  Tick tick(Map<String, String> band, String faults) {
    return tick(band, LIMITS, venue(faults));
  }

  Tick tick(Map<String, String> band, Limits limits, Venue venue) {
    Assignment assignment = Assigned.toTargetBand("main", band, limits);
    journal.adopt("main", assignment.policy(), clock.millis());
    return tick(assignment, venue, journal, told::add);
  }

  /** A process that adopts the account when it first runs. */
  Tick tick(Assignment assignment, Venue venue, Journal books, Notifier notifier) {
    return new Tick(assignment, venue, books, notifier, Clocks.ofPaper(clock, () -> 0));
  }

  Venue venue() {
    return new PaperVenue(exchange, clock);
  }

  Venue venue(String faults) {
    return new PaperVenue(exchange, clock, Faults.parse(faults));
  }

  /** What goes wrong with the first transfer. */
  static String fault(String kind) {
    return fault(kind, "earn-asset-transfer");
  }

  /** What goes wrong with the first request of this path. */
  static String fault(String kind, String path) {
    return """
        {"seed": 1, "faults": [{"kind": "%s", "path": "%s", "nth": 1, "count": 1}]}
        """
        .formatted(kind, path);
  }

  /** What the exchange has executed. */
  List<Movement> ledger() {
    return exchange.ledger();
  }

  List<Intent> intents() {
    return journal.reader().intents(Span.everything());
  }

  Intent onlyIntent() {
    List<Intent> intents = intents();
    assertThat(intents).hasSize(1);
    return intents.get(0);
  }

  List<RecordedTick> ticks() {
    List<RecordedTick> ticks = new ArrayList<>();
    journal.flush();
    journal.reader().ticks(Span.everything(), ticks::add);
    return ticks;
  }

  List<ForeignMove> foreign() {
    return journal.reader().foreign(Span.everything());
  }

  List<OperatorAct> acts() {
    return journal.reader().acts(Span.everything());
  }

  void pause(Direction direction) {
    act(OperatorAct.Kind.PAUSE, Optional.of(direction), 0);
  }

  /** An operator does something, of an intent or of none. */
  void act(OperatorAct.Kind kind, Optional<Direction> direction, long intent) {
    journal.act(new OperatorAct("main", clock.millis(), kind, direction, intent, "drill"));
  }

  static Decision decision(TickReport report) {
    assertThat(report).isInstanceOf(TickReport.Decided.class);
    return ((TickReport.Decided) report).decision();
  }
}
