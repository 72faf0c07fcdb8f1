package ballast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ballast.Shell.Said;
import ballast.cli.CommandLineInterface;
import ballast.cli.Terminal;
import ballast.cli.Wiring;
import ballast.log.MaskedLayout;
import ballast.notify.Receiver;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.paper.Scenario;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A canary key and a canary secret go the whole way: check, ticks, a running engine, errors that
 * quote the request, stack traces. Afterwards neither is in anything that was printed, logged or
 * written.
 */
class CanaryTest {
  private static final String KEY =
      "CanaryKeyq7Hk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8AxZ1Qb";
  private static final String SECRET =
      "CanarySecretp9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91du";

  /** As short as those of chat services, which no pattern of letters would find. */
  private static final String TOKEN = "CanaryTokenXy7Hk4HlWFsOr6";

  private static final Pattern SIGNATURE = Pattern.compile("signature=[0-9a-f]");

  /** Something that has to be found, so that the search is known to search. */
  private static final String ACCOUNT = "yellowbird";

  private final Map<String, String> shown = new TreeMap<>();
  private final Queue<String> raw = new ConcurrentLinkedQueue<>();
  private final Queue<String> masked = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level levelBefore = root.getLevel();
  private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();
  private final Listener listener = new Listener();
  private final Receiver service = new Receiver();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  /** Hears every logger at TRACE, as the shipped layout would write it. */
  private final class Listener extends AppenderBase<ILoggingEvent> {
    private final MaskedLayout layout = new MaskedLayout();

    @Override
    public void start() {
      layout.setContext(root.getLoggerContext());
      layout.setPattern("%level %logger %msg %mdc%n%ex{full}");
      layout.start();
      super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      masked.add(layout.doLayout(event));
      String name = event.getLoggerName();
      boolean servers = name.startsWith("org.eclipse.jetty") || name.startsWith("io.javalin");
      if (!servers) { // the paper exchange's own server may trace what it was sent
        raw.add(
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                    ? ""
                    : event.getThrowableProxy().getMessage()));
      }
    }
  }

  @BeforeEach
  void listen() throws IOException {
    listener.setContext(root.getLoggerContext());
    listener.start();
    root.iteratorForAppenders().forEachRemaining(usual::add);
    usual.forEach(root::detachAppender); // a log at TRACE is for the search, not for the console
    root.setLevel(Level.TRACE);
    root.addAppender(listener);
    secret("key", KEY);
    secret("secret", SECRET);
    secret("token", TOKEN);
    secret("hook", service.address("/services/" + TOKEN).toString());
    secret("closed", "http://127.0.0.1:1/services/" + TOKEN);
  }

  @AfterEach
  void stopListening() {
    service.close();
    root.detachAppender(listener);
    usual.forEach(root::addAppender);
    root.setLevel(levelBefore);
  }

  private void secret(String name, String value) throws IOException {
    Files.createDirectories(directory.resolve("secrets"));
    SecretFile.write(directory.resolve("secrets").resolve(name), value);
  }

  private void configure(String name, String rest, String dir) throws IOException {
    Files.writeString(
        directory.resolve(name),
        """
        mode: paper
        dir: %s
        venue: { rest: "%s" }
        alerts:
          margin-below: 100x
          heartbeat: { url: "file:secrets/hook", every: 10s }
          channels:
            - { name: hook, webhook: { url: "file:secrets/hook" } }
            - { name: room, slack: { url: "file:secrets/closed" } }
            - { name: phone, telegram: { token: "file:secrets/token", chat: "1", api: "http://127.0.0.1:1" } }
            - { name: pager, pagerduty: { routing-key: "file:secrets/token", api: "http://127.0.0.1:1" } }
            - name: mail
              email: { host: 127.0.0.1, port: 1, security: none, user: u, password: "file:secrets/token", from: a@b.c, to: [d@e.f] }
        accounts:
          - id: %s
            api-key: "file:secrets/key"
            secret: "file:secrets/secret"
            schedule: "every 1s"
            strategy: target-band
            parameters: { low: 9x, low-target: 10x, high-target: 30x, high: 40x }
        """
            .formatted(dir, rest, ACCOUNT));
  }

  private Said run(String... line) {
    Said said = new Shell(directory).run(line);
    shown.put(shown.size() + " " + String.join(" ", line), said.out() + said.err());
    return said;
  }

  @Test
  void isFoundNowhere() throws Exception {
    assertThat(KEY).hasSize(65);
    try (PaperServer exchange = exchange()) {
      configure("ballast.yml", exchange.url(), "data");
      run("check", "-c", "ballast.yml", "--json");
      assertThat(run("check", "-c", "ballast.yml").out()).contains("key: ok: may read");
      assertThat(run("once", "-c", "ballast.yml", "--json").out()).contains("CONFIRMED");
      assertThat(run("alert", "test", "-c", "ballast.yml", "--debug").out())
          .contains("hook: webhook at http://127.0.0.1", ": taken", "mail: ", "no connection");
      run("alert", "test", "-c", "ballast.yml", "--json");
      runAWhile();
    }
    try (Echo echo = new Echo()) {
      configure("echo.yml", echo.url(), "data");
      assertThat(run("once", "-c", "echo.yml").out()).contains("SKIP", "***");
      assertThat(run("check", "-c", "echo.yml", "--debug").out()).contains("FAILED");
    }
    assertThat(run("once", "-c", "echo.yml", "--debug").err()).contains("\tat ballast.");
    run("status", "--db", "data", "--json");
    for (String kind : List.of("decisions", "transfers")) {
      for (String format : List.of("table", "json", "csv", "html")) {
        run("report", kind, "--db", "data", "--format", format, "--out", kind + "." + format);
      }
    }
    run("replay", "--db", "data");
    run("verify", "--db", "data");
    shown.put("thread dump", threads());
    shown.put("log, masked", String.join("", masked));
    shown.put("log, unmasked", String.join("\n", raw));

    assertThat(shown.get("log, unmasked")).contains(ACCOUNT);
    shown.forEach(CanaryTest::assertClean);
    assertFilesClean();
  }

  private static PaperServer exchange() {
    PaperClock clock = new PaperClock(InstantSource.system(), System::nanoTime, 1);
    PaperExchange account = new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());
    return new PaperServer(List.of(PaperLogin.of(KEY, SECRET, account)), clock, Faults.none(), true)
        .start(0);
  }

  /** The engine in a thread of its own, asked from outside while it runs, and dumped. */
  private void runAWhile() throws Exception {
    CountDownLatch stop = new CountDownLatch(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Thread engine =
        new Thread(
            () ->
                new CommandLineInterface(
                        stoppable(stop), new Terminal(stream, stream, directory, false))
                    .run(List.of("run", "-c", "ballast.yml")),
            "engine");
    engine.start();
    Path control = directory.resolve("data").resolve("control");
    await().until(() -> Files.exists(control));
    await().until(() -> run("status", "--db", "data", "--json").out().contains("weight\":[{"));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> service.got().stream().anyMatch(got -> got.body().contains("margin-low")));
    run("pause", "--db", "data", "--reason", "canary");
    shown.put("control file", Files.readString(control));
    shown.put("thread dump of the engine", threads());
    stop.countDown();
    engine.join();
    shown.put("run", out.toString(StandardCharsets.UTF_8));
    assertThat(shown.get("run")).contains("running 1 account(s)");
  }

  /** The real parts, but told to stop by a latch: the real way ends this process. */
  private static Wiring stoppable(CountDownLatch stop) {
    Workshop workshop = new Workshop(InstantSource.system());
    return (Wiring)
        Proxy.newProxyInstance(
            CanaryTest.class.getClassLoader(),
            new Class<?>[] {Wiring.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("untilStopped")) {
                stop.await();
                return null;
              }
              try {
                return method.invoke(workshop, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static String threads() {
    StringBuilder dump = new StringBuilder();
    for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
      dump.append(thread);
    }
    return dump.toString();
  }

  /** Answers everything with an error that quotes the whole request, head and parameters. */
  private static final class Echo implements AutoCloseable {
    private final HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    Echo() throws IOException {
      server.createContext(
          "/",
          call -> {
            boolean state = call.getRequestURI().getPath().equals("/paper/state");
            boolean time = call.getRequestURI().getPath().equals("/api/v3/time");
            String millis = Long.toString(InstantSource.system().millis());
            String quoted = // the key first, for what is shown of a message is cut
                call.getRequestHeaders().getFirst("X-MBX-APIKEY") + " " + call.getRequestURI();
            byte[] body =
                (state
                        ? "{\"time\":" + millis + ",\"speed\":1}"
                        : time
                            ? "{\"serverTime\":" + millis + "}"
                            : "{\"code\":-1102,\"msg\":\"" + quoted.replace("\"", "'") + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(state || time ? 200 : 400, body.length);
            call.getResponseBody().write(body);
            call.close();
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private static void assertClean(String where, String text) {
    assertThat(text).as(where).isNotEmpty();
    for (String canary :
        List.of(KEY, SECRET, TOKEN, KEY.substring(0, 20), SECRET.substring(0, 20))) {
      assertThat(text.contains(canary)).as("%s in: %s", canary, where).isFalse();
    }
    assertThat(SIGNATURE.matcher(text).find()).as("a signature in: %s", where).isFalse();
  }

  /** Every byte of every file but the two secrets themselves. */
  private void assertFilesClean() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(directory.resolve("secrets")))
          .forEach(files::add);
    }
    boolean found = false;
    for (Path file : files) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (!bytes.isEmpty()) {
        assertClean(file.toString(), bytes);
      }
      found |= file.toString().endsWith(".mv.db") && bytes.contains(ACCOUNT);
    }
    assertThat(files).hasSizeGreaterThan(9);
    assertThat(found).as("the account's name in the database's bytes").isTrue();
  }
}
