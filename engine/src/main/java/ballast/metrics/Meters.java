package ballast.metrics;

import ballast.metrics.EngineState.Weight;
import ballast.notify.Notifier;
import ballast.notify.TickReport;
import ballast.venue.ApiCall;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that an engine counts and measures, from what it is told: ticks as a {@link Notifier},
 * calls to the exchange, the journal's commits. What only a running engine knows it asks for when
 * the metrics are read. What it is told never throws and takes no lock that a reader holds. Safe
 * for several threads.
 */
public final class Meters implements Notifier, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Meters.class);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<String, AccountMeters> accounts = new TreeMap<>();
  private final AlertMeters alerts;
  private final Timer commits;
  private final LongSupplier nanoTime;
  private final AtomicBoolean processAdded = new AtomicBoolean();
  private volatile Map<String, Weight> weights = Map.of();
  private volatile long banMillis;
  private volatile OptionalLong lastBackupMillis = OptionalLong.empty();

  /**
   * @param version of this build
   * @param accounts the names of the accounts that ticks will be told of
   * @param scopes by which the exchange counts weight
   * @param nanoTime a monotonic clock, nanoseconds
   */
  public Meters(String version, List<String> accounts, List<String> scopes, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    commits =
        Timer.builder("ballast.journal.commit")
            .description("One commit of the journal until it is on the disk")
            .register(registry);
    gauge("build.info", "1, with the version of this build", () -> 1)
        .tag("version", version)
        .register(registry);
    gauge(
            "ban.seconds",
            "Until the exchange's ban ends; 0 when there is none",
            () -> banMillis / 1e3)
        .register(registry);
    gauge("last.backup.timestamp.seconds", "When the last backup was made; 0: never", this::backup)
        .register(registry);
    for (String scope : scopes) {
      gauge("weight.used", "Weight of the last minute", () -> weight(scope).used())
          .tag("scope", scope)
          .register(registry);
      gauge("weight.limit", "Weight allowed in a minute", () -> weight(scope).limit())
          .tag("scope", scope)
          .register(registry);
    }
    alerts = new AlertMeters(registry, accounts);
    accounts.forEach(name -> this.accounts.put(name, new AccountMeters(registry, name)));
  }

  private static Gauge.Builder<Supplier<Number>> gauge(
      String name, String description, Supplier<Number> value) {
    return Gauge.builder("ballast." + name, value).description(description);
  }

  /** Memory, collections, threads, files: added by the first reading, so that no start pays. */
  private void process() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    collections.bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  private double backup() {
    return lastBackupMillis.isPresent() ? lastBackupMillis.getAsLong() / 1e3 : Double.NaN;
  }

  private Weight weight(String scope) {
    return weights.getOrDefault(scope, Weight.NOT_KNOWN);
  }

  @Override
  public void tell(TickReport report) {
    quietly(() -> of(report.account(), account -> account.tell(report)));
  }

  /** Counts a call that went to the exchange. */
  public void called(ApiCall call) {
    quietly(
        () ->
            Timer.builder("ballast.call")
                .description("One call to the exchange, to the last byte of its answer")
                .tags("endpoint", call.path())
                .tag("result", call.httpStatus() == 200 ? "ok" : "failed")
                .register(registry)
                .record(call.latencyMicros(), TimeUnit.MICROSECONDS));
  }

  /** Counts a commit of the journal that has reached the disk. */
  public void committed(long nanos) {
    quietly(() -> commits.record(nanos, TimeUnit.NANOSECONDS));
  }

  /** Those of conditions and notices. */
  public AlertMeters alerts() {
    return alerts;
  }

  /** The same tick of an account, whose time is taken whatever comes of it. */
  public Runnable measured(String account, Runnable tick) {
    return () -> {
      long begun = nanoTime.getAsLong();
      try {
        tick.run();
      } finally {
        long nanos = nanoTime.getAsLong() - begun;
        quietly(() -> of(account, meters -> meters.tick.record(nanos, TimeUnit.NANOSECONDS)));
      }
    };
  }

  private void of(String account, Consumer<AccountMeters> work) {
    AccountMeters meters = accounts.get(account);
    if (meters != null) {
      work.accept(meters);
    }
  }

  static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.debug("not counted", e);
    }
  }

  /** Everything as Prometheus reads it, with the engine's state as it is now. */
  public String text(EngineState engine) {
    if (!processAdded.getAndSet(true)) {
      quietly(this::process);
    }
    quietly(() -> weights = engine.weights());
    quietly(() -> banMillis = engine.banMillis());
    quietly(() -> lastBackupMillis = engine.lastBackupMillis());
    for (AccountMeters meters : accounts.values()) {
      quietly(() -> meters.standAs(engine.books(meters.account())));
    }
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
