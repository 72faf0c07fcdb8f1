package ballast.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One page on loopback that shows what goes on as it goes on. Read-only. Only requests that name
 * this host by its own address are answered, so that a page from elsewhere cannot read it by
 * rebinding a name.
 */
public final class LivePage implements AutoCloseable {
  private static final String REFRESH_SECONDS = "3";

  private final @Nullable HttpServer server;

  private LivePage(@Nullable HttpServer server) {
    this.server = server;
  }

  /** No page. */
  public static LivePage none() {
    return new LivePage(null);
  }

  /** Serves what the supplier gives at every request, on a free port. */
  public static LivePage start(Supplier<String> html) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
      server.createContext("/", exchange -> answer(exchange, server.getAddress().getPort(), html));
      server.start();
      return new LivePage(server);
    } catch (IOException e) {
      throw new UncheckedIOException("the local page did not start; use --no-web", e);
    }
  }

  /** Where it is, if there is one. */
  public Optional<String> address() {
    return server == null
        ? Optional.empty()
        : Optional.of("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void answer(HttpExchange exchange, int port, Supplier<String> html)
      throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !(host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port))) {
        exchange.sendResponseHeaders(421, -1);
      } else if (!exchange.getRequestMethod().equals("GET")
          || !exchange.getRequestURI().getPath().equals("/")) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        byte[] page = html.get().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Refresh", REFRESH_SECONDS);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
      }
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
  }
}
