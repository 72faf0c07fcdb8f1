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

/**
 * Lets other processes of the same user run commands inside the engine that holds the journal.
 * Loopback only, a random port, and a 256-bit token that stands beside the port in a file of mode
 * 0600. Safe for several callers; one command runs at a time.
 */
public final class ControlServer implements AutoCloseable {
  /** The file in the engine's directory that says where it listens. */
  public static final String FILE = "control";

  static final String PATH = "/run";
  static final String TOKEN_HEADER = "X-Ballast-Token";
  private static final int MOST_BYTES = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService executor;
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
      ExecutorService executor,
      ControlFile file,
      byte[] token,
      Commands commands) {
    this.server = server;
    this.executor = executor;
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
    ExecutorService executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "control");
              thread.setDaemon(true);
              return thread;
            });
    http.setExecutor(executor);
    ControlServer server =
        new ControlServer(
            http, executor, file, token.getBytes(StandardCharsets.US_ASCII), commands);
    http.createContext(PATH, server::answer);
    http.start();
    file.publish(http.getAddress().getPort() + " " + token + "\n");
    return server;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
      } else if (!authorised(exchange)) {
        exchange.sendResponseHeaders(403, -1);
      } else {
        run(exchange);
      }
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
    executor.shutdown();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the control file could not be removed", e);
    }
  }
}
