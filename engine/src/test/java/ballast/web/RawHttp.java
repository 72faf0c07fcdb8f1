package ballast.web;

import java.io.IOException;
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
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      String request =
          method + " " + path + " HTTP/1.0\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(all.substring(9, 12)),
          all.substring(0, end).toLowerCase(Locale.ROOT),
          all.substring(end + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
