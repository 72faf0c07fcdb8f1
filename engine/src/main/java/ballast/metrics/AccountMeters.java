package ballast.metrics;

import ballast.decide.Decision;
import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.notify.TickReport;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** One account's meters; all are there from the start, so that a first event shows as a rise. */
final class AccountMeters {
  private static final double E8 = 1e8;

  /** What the exchange may have answered; an intent that is ABANDONED was never sent. */
  private static final Set<IntentState> OUTCOMES =
      Set.of(
          IntentState.CONFIRMED, IntentState.REJECTED, IntentState.NOT_SENT, IntentState.UNKNOWN);

  private final MeterRegistry registry;
  private final String account;
  private final Map<String, Counter> ticks;
  private final Map<Direction, Map<IntentState, Counter>> transfers =
      new EnumMap<>(Direction.class);
  private final Map<Direction, Counter> transferred = new EnumMap<>(Direction.class);
  final Timer tick;
  private final Timer send;
  private volatile Optional<Situation.Recorded> situation = Optional.empty();
  private volatile boolean standsBy;
  private volatile Optional<Books> books = Optional.empty();

  AccountMeters(MeterRegistry registry, String account) {
    this.registry = registry;
    this.account = account;
    this.ticks =
        Map.of(
            "hold", ticks("hold"),
            "refused", ticks("refused"),
            "move", ticks("move"),
            "skipped", ticks("skipped"));
    for (Direction direction : Direction.values()) {
      transfers.put(direction, transfers(direction));
      transferred.put(
          direction,
          Counter.builder("ballast.transferred.usdt")
              .description("LDUSDT moved by transfers that the exchange confirmed at once")
              .tags("account", account, "direction", direction.name())
              .register(registry));
      gauge("paused", "1 while the direction is paused", () -> flag(isPaused(direction)))
          .tag("direction", direction.name())
          .register(registry);
    }
    this.tick = timer("ballast.tick", "One tick, from its beginning to its end");
    this.send = timer("ballast.send", "From the account's answer to the transfer's first byte");
    intents();
    figures();
  }

  private Counter ticks(String result) {
    return Counter.builder("ballast.ticks")
        .description("Ticks by what they came to")
        .tags("account", account, "result", result)
        .register(registry);
  }

  private Map<IntentState, Counter> transfers(Direction direction) {
    Map<IntentState, Counter> counters = new EnumMap<>(IntentState.class);
    for (IntentState outcome : OUTCOMES) {
      counters.put(
          outcome,
          Counter.builder("ballast.transfers")
              .description("Transfers by the exchange's answer")
              .tags("account", account, "direction", direction.name())
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    return counters;
  }

  private Timer timer(String name, String description) {
    return Timer.builder(name).description(description).tag("account", account).register(registry);
  }

  private void intents() {
    Stream<IntentState> open =
        Arrays.stream(IntentState.values()).filter(state -> !state.isTerminal());
    for (IntentState state : open.toList()) {
      gauge("open.intents", "1 while an intent is open in this state", () -> flag(isOpen(state)))
          .tag("state", state.name())
          .register(registry);
    }
  }

  private void figures() {
    List.of(
            gauge(
                "last.decision.timestamp.seconds",
                "When a tick last decided, by the exchange's clock; 0 before the first",
                () ->
                    standsBy
                        ? Double.NaN
                        : situation.map(seen -> seen.nowMillis() / 1e3).orElse(0.0)),
            gauge(
                "unimmr",
                "uniMMR at the last decision",
                () -> figure(seen -> (double) seen.equityE8() / seen.maintenanceMarginE8())),
            gauge(
                "equity.usd",
                "Account equity at the last decision",
                () -> figure(seen -> seen.equityE8() / E8)),
            gauge(
                "maintenance.margin.usd",
                "Maintenance margin at the last decision",
                () -> figure(seen -> seen.maintenanceMarginE8() / E8)),
            gauge(
                "ldusdt.in.futures",
                "LDUSDT in the futures wallet at the last decision",
                () -> figure(seen -> seen.ldusdtInFuturesE8() / E8)))
        .forEach(gauge -> gauge.register(registry));
  }

  private Gauge.Builder<Supplier<Number>> gauge(
      String name, String description, Supplier<Number> value) {
    return Gauge.builder("ballast." + name, value).description(description).tag("account", account);
  }

  /** No figure is shown as current by an engine that stands by. */
  private double figure(ToDoubleFunction<Situation.Recorded> of) {
    return standsBy ? Double.NaN : situation.map(of::applyAsDouble).orElse(Double.NaN);
  }

  private boolean isPaused(Direction direction) {
    return books.filter(known -> known.paused().contains(direction)).isPresent();
  }

  private boolean isOpen(IntentState state) {
    return books.flatMap(Books::open).filter(intent -> intent.state() == state).isPresent();
  }

  private static double flag(boolean is) {
    return is ? 1 : 0;
  }

  void tell(TickReport report) {
    standsBy = report instanceof TickReport.StoodBy;
    if (report instanceof TickReport.Decided decided) {
      decided(decided);
    } else if (report instanceof TickReport.Skipped) {
      count("skipped");
    }
  }

  private void decided(TickReport.Decided decided) {
    Decision decision = decided.decision();
    situation = Optional.of(decision.facts().situation());
    count(decision.kind().name().toLowerCase(Locale.ROOT));
    if (decided.ownNanos() > 0) {
      send.record(decided.ownNanos(), TimeUnit.NANOSECONDS);
    }
    decided.intent().filter(intent -> OUTCOMES.contains(intent.state())).ifPresent(this::answered);
  }

  private void count(String result) {
    Counter counter = ticks.get(result);
    if (counter != null) {
      counter.increment();
    }
  }

  private void answered(Intent intent) {
    Counter counter = transfers.getOrDefault(intent.direction(), Map.of()).get(intent.state());
    if (counter != null) {
      counter.increment();
    }
    Counter amount = transferred.get(intent.direction());
    if (amount != null && intent.state() == IntentState.CONFIRMED) {
      amount.increment(intent.amount().e8() / E8);
    }
  }

  /** Takes what the journal has of the account now. */
  void standAs(Books current) {
    books = Optional.of(current);
  }

  String account() {
    return account;
  }
}
