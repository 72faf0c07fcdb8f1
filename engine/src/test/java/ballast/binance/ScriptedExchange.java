package ballast.binance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A raw loopback server that says exactly the bytes it is told to, for faults no HTTP library would
 * make, and counts every request it has read to its end.
 */
final class ScriptedExchange implements AutoCloseable {
  /** One request as it was read. */
  record Request(String head, String body) {
    String method() {
      return head.substring(0, head.indexOf(' '));
    }

    String target() {
      return head.split(" ")[1];
    }

    String path() {
      return target().split("\\?")[0];
    }

    /** The raw query of a GET, the raw body of a POST. */
    String parameters() {
      return target().contains("?") ? target().substring(target().indexOf('?') + 1) : body;
    }

    String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /** Answers one request; false closes the connection. */
  interface Reply {
    boolean answer(Socket socket, OutputStream out) throws IOException;
  }

  private final ServerSocket listening;
  private final Thread accepting;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  ScriptedExchange() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    accepting = new Thread(this::accept, "scripted-exchange");
    accepting.setDaemon(true);
    accepting.start();
  }

  ScriptedExchange on(Endpoint endpoint, Reply reply) {
    replies.put(endpoint.path, reply);
    return this;
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  List<Request> requests(Endpoint endpoint) {
    return requests.stream().filter(request -> request.path().equals(endpoint.path)).toList();
  }

  long posts() {
    return requests.stream().filter(request -> request.method().equals("POST")).count();
  }

  int connections() {
    return connections.get();
  }

  static Reply json(String body) {
    return status("200 OK", "", body);
  }

  static Reply status(String status, String headers, String body) {
    return (socket, out) -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String head =
          "HTTP/1.1 " + status + "\r\nContent-Length: " + bytes.length + "\r\n" + headers + "\r\n";
      out.write((head + body).getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    };
  }

  /** Says these bytes and closes. */
  static Reply raw(String bytes) {
    return (socket, out) -> {
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return false;
    };
  }

  static Reply hangUp() {
    return (socket, out) -> false;
  }

  static Reply reset() {
    return (socket, out) -> {
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** Reads the request and says nothing until the client leaves. */
  static Reply hang() {
    return (socket, out) -> {
      while (socket.getInputStream().read() >= 0) {
        // the client has nothing more to say
      }
      return false;
    };
  }

  /** A complete and good answer, but one byte every 50 ms. */
  static Reply drip(String body) {
    return (socket, out) -> {
      out.write(
          ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      socket.setSoTimeout(50);
      for (byte next : body.getBytes(StandardCharsets.UTF_8)) {
        out.write(next);
        out.flush();
        if (hasLeft(socket)) {
          break;
        }
      }
      return false;
    };
  }

  private static boolean hasLeft(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillThere) {
      return false;
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        connections.incrementAndGet();
        Thread thread = new Thread(() -> serve(socket), "scripted-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        Request bare = new Request(head, "");
        String length = bare.header("Content-Length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        Request request = new Request(head, new String(body, StandardCharsets.UTF_8));
        requests.add(request);
        Reply missing = status("404 Not Found", "", "{}");
        if (!replies.getOrDefault(request.path(), missing).answer(socket, out)) {
          return;
        }
      }
    } catch (IOException gone) {
      // the client has left, which some scripts are about
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head.toString();
      }
    }
    return "";
  }

  /** Afterwards the port refuses connections: the socket lives until its last accept is over. */
  @Override
  public void close() throws IOException {
    listening.close();
    try {
      accepting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
