package ballast.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a running engine tells whoever asks on its port: health, readiness and metrics, which have
 * no effect, and the dashboard, which asks for its token. Only requests that name a known host are
 * answered, so that a page from elsewhere cannot read it by rebinding a name. Safe for several
 * threads.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WebServer.class);

  /** One for each open page, and some for everybody else. */
  private static final int MOST_THREADS = Watchers.MOST + 12;

  private static final int MOST_CONNECTIONS = 20;
  private static final int IDLE_MILLIS = 10_000;
  private static final int MOST_BODY_BYTES = 65_536;
  private static final int MISDIRECTED = 421;
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store");

  private final Place place;
  private final Health health;
  private final Supplier<String> metrics;
  private final Optional<Dashboard> dashboard;
  private @Nullable Javalin javalin;
  private boolean closed;

  /**
   * Where it listens.
   *
   * @param bind an address of this machine
   * @param port 0 takes any free one
   * @param hosts names, with their ports, by which it may be asked for besides loopback's
   */
  public record Place(String bind, int port, List<String> hosts) {
    public Place {
      hosts = List.copyOf(hosts);
    }

    Set<String> allowed(int listening) {
      Set<String> allowed = new HashSet<>(hosts);
      for (String loopback : List.of("127.0.0.1", "localhost", "[::1]")) {
        allowed.add(loopback + ":" + listening);
      }
      return allowed;
    }
  }

  /**
   * @param metrics everything as Prometheus reads it, asked for at each request
   * @param dashboard the page, where there is one; closed with this server
   */
  public WebServer(
      Place place, Health health, Supplier<String> metrics, Optional<Dashboard> dashboard) {
    this.place = place;
    this.health = health;
    this.metrics = metrics;
    this.dashboard = dashboard;
  }

  /**
   * Listens as soon as it can, without holding up the caller: keeping margin does not wait for a
   * page. Where it cannot listen it says so in the log, and the engine goes on without.
   */
  public void startSoon() {
    Thread thread = new Thread(this::startOrSay, "web-start");
    thread.setDaemon(true);
    thread.start();
  }

  void startOrSay() {
    try {
      start();
    } catch (RuntimeException e) {
      log.warn(
          "dashboard, health and metrics are not served: port {} on {} cannot be had; choose another web.port,"
              + " or 0 for none",
          place.port(),
          place.bind());
      log.debug("why", e);
      return;
    }
    dashboard.ifPresent(Dashboard::recallOrSay);
  }

  /**
   * Listens.
   *
   * @throws RuntimeException when the port is taken
   */
  synchronized void start() {
    if (closed) {
      return;
    }
    Javalin created = Javalin.create(this::configure);
    try {
      javalin = created.start(place.bind(), place.port());
    } catch (RuntimeException e) {
      created.stop();
      throw e;
    }
    log.info(
        "dashboard, health and metrics on port {} of {}{}",
        created.port(),
        place.bind(),
        dashboard.map(page -> "; the dashboard's token is in " + page.tokenFile()).orElse(""));
  }

  /** The port it listens on. */
  synchronized int port() {
    if (javalin == null) {
      throw new IllegalStateException("it does not listen");
    }
    return javalin.port();
  }

  @Override
  public synchronized void close() {
    closed = true;
    dashboard.ifPresent(Dashboard::close);
    if (javalin != null) {
      javalin.stop();
      javalin = null;
    }
  }

  private void configure(JavalinConfig config) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2, IDLE_MILLIS);
    threads.setName("web");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.jetty.modifyServer(
        server -> server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server)));
    config.jetty.modifyHttpConfiguration(http -> http.setIdleTimeout(IDLE_MILLIS));
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.maxRequestSize = MOST_BODY_BYTES;
    config.routes.before(this::guard);
    config.routes.get("/health", context -> answer(context, health.healthy()));
    config.routes.get("/ready", context -> answer(context, health.ready()));
    config.routes.get("/metrics", this::metrics);
    dashboard.ifPresent(page -> page.addTo(config));
  }

  private void guard(Context context) {
    HEADERS.forEach(context::header);
    String host = context.header("Host");
    int listening = context.req().getLocalPort();
    if (host == null || !place.allowed(listening).contains(host.toLowerCase(Locale.ROOT))) {
      throw new HttpResponseException(
          MISDIRECTED, "this host is not among web.hosts of the configuration", Map.of());
    }
  }

  private static void answer(Context context, Health.Answer answer) {
    context
        .status(answer.good() ? 200 : 503)
        .contentType("application/json")
        .result(answer.json() + "\n");
  }

  private void metrics(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.get());
  }
}
