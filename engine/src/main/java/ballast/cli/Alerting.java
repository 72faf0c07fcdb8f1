package ballast.cli;

import ballast.alert.Delivery.Outcome;
import ballast.alert.Judged;
import ballast.alert.Notice;
import ballast.alert.Rule;
import ballast.config.AlertsConfig;
import ballast.config.Config;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.metrics.Meters;
import ballast.notify.AlertDesk;
import ballast.notify.Channel;
import ballast.notify.Heartbeat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who looks at a running engine, and who is told of what is wrong with it. */
final class Alerting implements AutoCloseable {
  private static final String HEARTBEAT = "heartbeat";

  private final Supplier<Judged> watch;
  private final Optional<AlertDesk> desk;
  private final Optional<Heartbeat> heartbeat;

  private Alerting(
      Supplier<Judged> watch, Optional<AlertDesk> desk, Optional<Heartbeat> heartbeat) {
    this.watch = watch;
    this.desk = desk;
    this.heartbeat = heartbeat;
  }

  /**
   * Begins to look, where the configuration says who is told.
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
    List<Channel> channels = wiring.channels(alerts);
    EngineWatch watch = new EngineWatch(config, journal, fleet, observation.latest(), broken);
    Meters meters = observation.meters();
    expect(meters);
    Optional<AlertDesk> desk =
        channels.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new AlertDesk(
                    watch,
                    observation.days(),
                    new AlertDesk.Settings(alerts.cadence(), alerts.digest()),
                    channels,
                    journal,
                    delivery -> meters.alerted(delivery.notice().rule(), delivery.outcome().text()),
                    wiring.clock()));
    Optional<Heartbeat> heartbeat =
        wiring.heartbeat(
            alerts,
            () -> watch.get().engine(),
            arrived ->
                meters.alerted(HEARTBEAT, (arrived ? Outcome.DELIVERED : Outcome.FAILED).text()));
    desk.ifPresent(AlertDesk::start);
    alerts
        .heartbeat()
        .ifPresent(pulse -> heartbeat.ifPresent(beating -> beating.start(pulse.every())));
    return new Alerting(watch, desk, heartbeat);
  }

  /** Looks at the engine and judges it, for whoever else wants to know. */
  Supplier<Judged> watch() {
    return watch;
  }

  private static void expect(Meters meters) {
    List<String> rules =
        Stream.concat(
                Arrays.stream(Rule.values()).map(Rule::text),
                Stream.of(Notice.Kind.DIGEST.text(), HEARTBEAT))
            .toList();
    List<String> outcomes = Arrays.stream(Outcome.values()).map(Outcome::text).toList();
    meters.expectAlerts(rules, outcomes);
  }

  @Override
  public void close() {
    heartbeat.ifPresent(Heartbeat::close);
    desk.ifPresent(AlertDesk::close);
  }
}
