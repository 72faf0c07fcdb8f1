package ballast.binance;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server on loopback that greets as it is told, and answers whoever sends a request then. */
final class TlsExchange implements AutoCloseable {
  /** How a connection begins; what is read from the socket it returns is in clear text. */
  interface Greeting {
    Socket greet(Socket socket) throws IOException;

    static Greeting by(SSLContext context) {
      return socket -> {
        SSLSocket secure =
            (SSLSocket) context.getSocketFactory().createSocket(socket, null, 0, true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
      };
    }

    /** A ServerHello that chooses this version and cipher, byte by byte; no library would. */
    static Greeting hello(int version, int cipher) {
      byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 2 + 1];
      hello[0] = 0x16; // a handshake record
      hello[1] = (byte) (version >> 8);
      hello[2] = (byte) version;
      hello[4] = (byte) (hello.length - 5);
      hello[5] = 2; // ServerHello
      hello[8] = (byte) (hello.length - 9);
      hello[9] = (byte) (version >> 8);
      hello[10] = (byte) version;
      hello[44] = (byte) (cipher >> 8);
      hello[45] = (byte) cipher;
      return says(hello);
    }

    static Greeting says(byte[] bytes) {
      return socket -> {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return socket;
      };
    }
  }

  private static final String SUCCESS = "{\"msg\":\"success\"}";
  static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Length: " + SUCCESS.length() + "\r\n\r\n" + SUCCESS)
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final StringBuilder clear = new StringBuilder();
  private final Thread accepting;

  TlsExchange(Greeting greeting) throws IOException {
    accepting = new Thread(() -> accept(greeting), "tls-exchange");
    accepting.setDaemon(true);
    accepting.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Everything that could be read in clear text, after the last connection. */
  String readInClear() throws IOException {
    close();
    return clear.toString();
  }

  private void accept(Greeting greeting) {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        socket.setSoTimeout(2_000);
        serve(greeting.greet(socket));
      } catch (IOException gone) {
        // the client has left, or the test is over
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      clear.append((char) next);
      if (clear.indexOf("\r\n\r\na=b") >= 0) {
        socket.getOutputStream().write(ANSWER);
        socket.getOutputStream().flush();
        return;
      }
    }
  }

  /** Accepts nothing more and waits until the connection in hand is over. */
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
