package ballast.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets other processes of the same user run commands inside the engine that holds the journal.
 * Loopback only, a random port, and a 256-bit token that stands beside the port and the process id
 * in a file of mode 0600. Safe for several callers; one command runs at a time, and whoever only
 * asks whether the engine lives is answered meanwhile.
 */
public final class ControlServer implements AutoCloseable {
  /** The file in the engine's directory that says where it listens. */
  public static final String FILE = "control";

  private static final Logger log = LoggerFactory.getLogger(ControlServer.class);

  /** A POST runs a command; anything else is refused at once, which shows that the engine lives. */
  static final String PATH = "/run";

  static final String TOKEN_HEADER = "X-Ballast-Token";
  private static final int MOST_BYTES = 64 * 1024;
  private static final int LISTENERS = 2;

  private final HttpServer server;
  private final ExecutorService listeners;
  private final ExecutorService runner = Executors.newSingleThreadExecutor(daemons("control-run"));
  private final ControlFile file;
  private final byte[] token;
  private final Commands commands;

  /** Runs one command line; what it prints goes to the two streams. */
  @FunctionalInterface
  public interface Commands {
    /**
     * @param directory the caller's working directory, for relative paths
     * @param arguments the caller's command line
     * @return its exit code
     */
    int run(Path directory, List<String> arguments, OutputStream out, OutputStream err);
  }

  private ControlServer(
      HttpServer server,
      ExecutorService listeners,
      ControlFile file,
      byte[] token,
      Commands commands) {
    this.server = server;
    this.listeners = listeners;
    this.file = file;
    this.token = token;
    this.commands = commands;
  }

  /**
   * Listens, and writes the file once it does. The directory is made where it is missing, as it is
   * with a journal on PostgreSQL.
   *
   * @param directory the engine's directory
   * @throws UncheckedIOException when the port or the file cannot be had
   * @throws ballast.journal.JournalException in one plain line when another engine runs there
   */
  public static ControlServer start(Path directory, Commands commands) {
    try {
      ControlFile file = ControlFile.in(directory);
      boolean started = false;
      try {
        ControlServer server = start(file, commands);
        started = true;
        return server;
      } finally {
        if (!started) {
          file.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the control endpoint did not start in " + directory, e);
    }
  }

  private static ControlServer start(ControlFile file, Commands commands) throws IOException {
    String token = OwnerFile.randomToken();
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
    ExecutorService listeners = Executors.newFixedThreadPool(LISTENERS, daemons("control"));
    http.setExecutor(listeners);
    ControlServer server =
        new ControlServer(
            http, listeners, file, token.getBytes(StandardCharsets.US_ASCII), commands);
    http.createContext(PATH, server::answer);
    http.start();
    file.publish(
        http.getAddress().getPort() + " " + token + " " + ProcessHandle.current().pid() + "\n");
    return server;
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      refuse(exchange, 405);
    } else if (!authorised(exchange)) {
      refuse(exchange, 403);
    } else {
      runner.execute(() -> runOrLeave(exchange));
    }
  }

  private static void refuse(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    }
  }

  /** A caller who has gone is not waited for. */
  private void runOrLeave(HttpExchange exchange) {
    try (exchange) {
      run(exchange);
    } catch (IOException e) {
      log.debug("who asked for a command has gone", e);
    }
  }

  private boolean authorised(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
    return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.US_ASCII), token);
  }

  private void run(HttpExchange exchange) throws IOException {
    String body =
        new String(exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    List<String> lines = List.of(body.split("\0", -1));
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream stream = exchange.getResponseBody();
    try (Frames.Sink out = Frames.sink(stream, Frames.OUT);
        Frames.Sink err = Frames.sink(stream, Frames.ERR)) {
      int code = commands.run(Path.of(lines.get(0)), lines.subList(1, lines.size()), out, err);
      out.flush();
      err.flush();
      Frames.exit(stream, code);
    }
  }

  /** Stops listening and takes the file away. */
  @Override
  public void close() {
    server.stop(0);
    listeners.shutdown();
    runner.shutdown();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the control file could not be removed", e);
    }
  }
}
