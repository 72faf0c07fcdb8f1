package ballast.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One request as it stands on the wire, so that its Host may be any. */
public final class RawHttp {
  private RawHttp() {}

  /**
   * What came back.
   *
   * @param head the status line and the headers, in small letters
   */
  public record Answer(int status, String head, String body) {}

  public static Answer get(int port, String path, String host) {
    return send(port, "GET", path, List.of("Host: " + host));
  }

  /** Asks over HTTP/1.0, after which the server closes. */
  public static Answer send(int port, String method, String path, List<String> headers) {
    return send(port, method, path, headers, "");
  }

  /** The same with a body; its length is said where there is one. */
  public static Answer send(
      int port, String method, String path, List<String> headers, String body) {
    try (Socket socket = asked(port, method, path, headers, body)) {
      return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for what never ends, and hangs up after its first empty line. */
  public static Answer firstEvent(int port, String path, List<String> headers) {
    try (Socket socket = asked(port, "GET", path, headers, "")) {
      StringBuilder all = new StringBuilder();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      boolean inBody = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.append(line).append("\r\n");
        if (line.isEmpty() && inBody) {
          break;
        }
        inBody |= line.isEmpty();
      }
      return answer(all.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for what never ends and waits until the answer has begun; the caller hangs up. */
  public static Socket open(int port, String path, List<String> headers) throws IOException {
    Socket socket = asked(port, "GET", path, headers, "");
    if (socket.getInputStream().read() < 0) {
      throw new IOException("no answer");
    }
    return socket;
  }

  private static Socket asked(
      int port, String method, String path, List<String> headers, String body) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String length = content.length == 0 ? "" : "Content-Length: " + content.length + "\r\n";
    String head =
        method
            + " "
            + path
            + " HTTP/1.0\r\n"
            + String.join("\r\n", headers)
            + "\r\n"
            + length
            + "\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().write(content);
    return socket;
  }

  private static Answer answer(String all) {
    int end = all.indexOf("\r\n\r\n");
    return new Answer(
        Integer.parseInt(all.substring(9, 12)),
        all.substring(0, end).toLowerCase(Locale.ROOT),
        all.substring(end + 4));
  }
}
