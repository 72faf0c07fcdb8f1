package ballast.paper;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The paper exchange over HTTP on loopback, for any Binance client: the exchange's own paths,
 * weights, signatures, errors and faults, and its control plane under {@code /paper}. The models
 * are moved by the clock at each request, so a clock that is cranked by hand cranks them too. Safe
 * for several threads.
 */
public final class PaperServer implements Closeable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int MOST_THREADS = 24;
  private static final int IDLE_MILLIS = 60_000;
  private static final int MOST_BODY_BYTES = 65_536;

  private final PaperDesk desk;
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable Javalin javalin;

  /**
   * @param logins the API keys and the accounts behind them; the first also answers what needs no
   *     key
   * @param clock the exchange's one clock
   * @param faults what goes wrong
   * @param control whether the control plane answers
   */
  public PaperServer(List<PaperLogin> logins, PaperClock clock, Faults faults, boolean control) {
    this.desk = new PaperDesk(logins, clock, faults, control);
  }

  /**
   * Listens on loopback; port 0 takes any free one.
   *
   * @throws IllegalStateException in one plain line, when the port is taken
   */
  public synchronized PaperServer start(int port) {
    Javalin created = Javalin.create(this::configure);
    try {
      javalin = created.start(LOOPBACK, port);
      return this;
    } catch (JavalinBindException e) {
      created.stop();
      throw new IllegalStateException(
          "port " + port + " on " + LOOPBACK + " is taken; choose another, or 0 for any", e);
    }
  }

  /** The port it listens on. */
  public synchronized int port() {
    if (javalin == null) {
      throw new IllegalStateException("the paper exchange has not been started");
    }
    return javalin.port();
  }

  /** Where it is reached: {@code http://127.0.0.1:PORT}. */
  public String url() {
    return "http://" + LOOPBACK + ":" + port();
  }

  /** Stops listening; requests that hang are let go. */
  @Override
  public synchronized void close() {
    closing.countDown();
    if (javalin != null) {
      javalin.stop();
      javalin = null;
    }
  }

  private void configure(JavalinConfig config) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4, IDLE_MILLIS);
    threads.setName("paper-exchange");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.maxRequestSize = MOST_BODY_BYTES;
    for (HandlerType type :
        List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE)) {
      config.routes.addHttpHandler(type, "*", this::handle);
    }
  }

  private void handle(Context context) throws InterruptedException {
    String body = new String(context.bodyAsBytes(), StandardCharsets.UTF_8);
    PaperDesk.Served served = desk.serve(() -> request(context, body), body);
    Optional<Fault> fault = served.fault();
    if (fault.isPresent()) {
      FaultyWire.play(fault.get(), context, closing);
    } else {
      write(context, served.answer());
    }
  }

  private static WireRequest request(Context context, String body) {
    return new WireRequest(
        context.method().name(),
        context.path(),
        context.queryString(),
        body,
        context.header("X-MBX-APIKEY"),
        context.ip());
  }

  static void write(Context context, WireAnswer answer) {
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      context.header(header.getKey(), header.getValue());
    }
    context
        .status(answer.status())
        .contentType("application/json;charset=UTF-8")
        .result(answer.body());
  }
}
