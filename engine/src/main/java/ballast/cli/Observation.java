package ballast.cli;

import ballast.alert.Judged;
import ballast.binance.WeightBudget;
import ballast.binance.WeightBudget.Scope;
import ballast.config.AccountConfig;
import ballast.config.Config;
import ballast.dashboard.Engine;
import ballast.dashboard.History;
import ballast.dashboard.News;
import ballast.dashboard.Overview;
import ballast.journal.Backups;
import ballast.journal.Books;
import ballast.journal.Journal;
import ballast.metrics.EngineState;
import ballast.metrics.Meters;
import ballast.notify.Days;
import ballast.notify.Deadline;
import ballast.notify.LatestTicks;
import ballast.notify.LogNotifier;
import ballast.notify.Notifier;
import ballast.notify.Notifiers;
import ballast.tick.Blackout;
import ballast.tick.Elapsed;
import ballast.tick.Punctuality;
import ballast.tick.Schedule;
import ballast.tick.Tick;
import ballast.web.Dashboard;
import ballast.web.Health;
import ballast.web.WebServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What listens to a running engine, and what may be asked about it from outside. */
final class Observation implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final Config config;
  private final Meters meters;
  private final LatestTicks latest = new LatestTicks();
  private final Days days = new Days();
  private final News news = new News();
  private final History history = new History(news);
  private final Wiring wiring;

  Observation(Config config, Wiring wiring) {
    this.config = config;
    this.wiring = wiring;
    this.meters =
        new Meters(
            wiring.version(),
            config.accounts().stream().map(AccountConfig::id).toList(),
            Arrays.stream(Scope.values()).map(Observation::label).toList(),
            wiring.nanoTime());
  }

  LatestTicks latest() {
    return latest;
  }

  Days days() {
    return days;
  }

  Meters meters() {
    return meters;
  }

  /** Whoever is told of every tick. */
  Notifier notifier() {
    return new Notifiers(List.of(new LogNotifier(), meters, latest, days, history));
  }

  /** An account's tick, measured. */
  Runnable measured(Tick tick) {
    return meters.measured(tick.account(), tick::run);
  }

  /**
   * The server of the configuration's port, not yet started.
   *
   * @param watch looks at the engine and judges it
   */
  WebServer server(
      Journal journal, Wiring.Fleet fleet, Supplier<Judged> watch, BooleanSupplier journalBroken) {
    Health health =
        new Health(
            latest,
            fleet.stations().stream()
                .map(Wiring.Station::account)
                .map(account -> new Health.Account(account.id(), deadline(account, fleet)))
                .toList(),
            fleet.clock(),
            journalBroken);
    EngineState state = new State(config, journal, fleet);
    return new WebServer(
        new WebServer.Place(config.web().bind(), config.web().port(), config.web().hosts()),
        health,
        () -> meters.text(state),
        config.web().port() == 0
            ? Optional.empty()
            : Optional.of(dashboard(journal, fleet, watch)));
  }

  private Dashboard dashboard(Journal journal, Wiring.Fleet fleet, Supplier<Judged> watch) {
    Engine engine = new RunningEngine(config, wiring.version(), fleet, watch);
    return new Dashboard(
        config.dir(),
        new Overview(engine, journal, latest, history),
        new OperatorActs(journal, fleet.clock()::millis),
        news,
        wiring.nanoTime());
  }

  /**
   * The grace is a minute of real time, however fast a paper exchange's clock is. A clock that was
   * set back delays nothing.
   */
  static Deadline deadline(AccountConfig account, Wiring.Fleet fleet) {
    Punctuality punctuality =
        new Punctuality(Schedule.parse(account.schedule()), Blackout.parse(account.blackout()));
    Elapsed elapsed = new Elapsed(fleet.steadyMillis());
    return (last, now) ->
        punctuality.isOverdue(
            last,
            elapsed.since(last, now),
            GRACE.multipliedBy(Math.max(1, fleet.speed().getAsLong())));
  }

  private static String label(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    meters.close();
  }

  /** A fleet and its journal as the metrics want to know them. */
  private record State(Config config, Journal journal, Wiring.Fleet fleet) implements EngineState {
    @Override
    public Books books(String account) {
      return journal.books(account, fleet.clock().millis());
    }

    @Override
    public Map<String, Weight> weights() {
      Map<String, Weight> fullest = new LinkedHashMap<>();
      for (WeightBudget.Use use : fleet.budget().uses()) {
        fullest.merge(label(use.scope()), new Weight(use.used(), use.limit()), State::fuller);
      }
      return fullest;
    }

    private static Weight fuller(Weight one, Weight other) {
      return one.used() * other.limit() >= other.used() * one.limit() ? one : other;
    }

    @Override
    public long banMillis() {
      return Math.max(0, fleet.budget().ban().untilMillis() - fleet.clock().millis());
    }

    @Override
    public OptionalLong lastBackupMillis() {
      return config.database().url().isPresent()
          ? OptionalLong.empty()
          : OptionalLong.of(Backups.newestMillis(config.dir().resolve(Backups.FOLDER)));
    }
  }
}
