package ballast.cli;

import ballast.alert.Judged;
import ballast.config.AlertsConfig;
import ballast.config.Config;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.metrics.AlertMeters;
import ballast.notify.AlertDesk;
import ballast.notify.Heartbeat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Who looks at a running engine, and who is told of what is wrong with it. */
final class Alerting implements AutoCloseable {
  private final Supplier<Judged> watch;
  private final AlertDesk desk;
  private final Optional<Heartbeat> heartbeat;

  private Alerting(Supplier<Judged> watch, AlertDesk desk, Optional<Heartbeat> heartbeat) {
    this.watch = watch;
    this.desk = desk;
    this.heartbeat = heartbeat;
  }

  /**
   * Begins to look, whether or not the configuration says who is told.
   *
   * @param broken completes when the journal has failed for good
   */
  static Alerting start(
      Config config,
      Wiring wiring,
      Journal journal,
      Wiring.Fleet fleet,
      Observation observation,
      CompletableFuture<JournalException> broken) {
    AlertsConfig alerts = config.alerts();
    EngineWatch watch = new EngineWatch(config, journal, fleet, observation.latest(), broken);
    AlertMeters meters = observation.meters().alerts();
    AlertDesk desk =
        new AlertDesk(
            watch,
            observation.days(),
            new AlertDesk.Settings(alerts.cadence(), alerts.digest()),
            wiring.channels(alerts),
            journal,
            meters,
            wiring.clock());
    Optional<Heartbeat> heartbeat =
        wiring.heartbeat(alerts, () -> watch.get().engine(), meters::beat);
    desk.start();
    alerts
        .heartbeat()
        .ifPresent(pulse -> heartbeat.ifPresent(beating -> beating.start(pulse.every())));
    return new Alerting(watch, desk, heartbeat);
  }

  /** Looks at the engine and judges it, for whoever else wants to know. */
  Supplier<Judged> watch() {
    return watch;
  }

  @Override
  public void close() {
    heartbeat.ifPresent(Heartbeat::close);
    desk.close();
  }
}
