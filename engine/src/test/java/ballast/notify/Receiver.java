package ballast.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A service on this machine that takes what is posted and answers as it is told. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 200;
  private volatile Map<String, String> headers = Map.of();

  /** One request. */
  public record Got(String method, String path, String contentType, String body) {}

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        call -> {
          String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          got.add(
              new Got(
                  call.getRequestMethod(),
                  call.getRequestURI().toString(),
                  String.valueOf(call.getRequestHeaders().getFirst("Content-Type")),
                  body));
          headers.forEach(call.getResponseHeaders()::set);
          call.sendResponseHeaders(status, -1);
          call.close();
        });
    server.start();
  }

  /** How it answers from now on. */
  public void answers(int code, Map<String, String> with) {
    status = code;
    headers = with;
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** What has come so far. */
  public List<Got> got() {
    synchronized (got) {
      return List.copyOf(got);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
