package ballast.tick;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A loopback proxy in front of PostgreSQL that cuts the connection at a COMMIT: before the server
 * has it, or after the server has carried it out and before anybody was told.
 */
final class CommitCutter implements AutoCloseable {
  private static final int NEVER = Integer.MAX_VALUE;

  private final ServerSocket listener;
  private final int server;
  private final boolean carriedOut;
  private final AtomicInteger commitsLeft = new AtomicInteger(NEVER);
  private volatile boolean muted;

  /**
   * @param server its port
   * @param carriedOut whether the COMMIT that is cut still reaches the server
   */
  CommitCutter(int server, boolean carriedOut) throws IOException {
    this.server = server;
    this.carriedOut = carriedOut;
    this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "commit-cutter");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Cuts at the COMMIT that comes after this many others. */
  void cutAfter(int commits) {
    commitsLeft.set(commits);
  }

  /** Cuts nothing more. */
  void heal() {
    commitsLeft.set(NEVER);
    muted = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
        start(() -> forward(client, upstream));
        start(() -> answer(upstream, client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void forward(Socket client, Socket upstream) {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = client.getInputStream();
      OutputStream out = upstream.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        boolean cut = isCut(buffer, length);
        muted |= cut;
        if (!cut || carriedOut) {
          out.write(buffer, 0, length);
        }
        if (cut && !carriedOut) {
          break;
        }
      }
    } catch (IOException e) {
      // the other end is gone
    } finally {
      close(client, upstream);
    }
  }

  private boolean isCut(byte[] buffer, int length) {
    return commitsLeft.get() != NEVER
        && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT")
        && commitsLeft.getAndDecrement() == 0;
  }

  /** The server answers a COMMIT when it is durable. */
  private void answer(Socket upstream, Socket client) {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = upstream.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int length = in.read(buffer); length >= 0 && !muted; length = in.read(buffer)) {
        out.write(buffer, 0, length);
      }
    } catch (IOException e) {
      // the other end is gone
    } finally {
      close(client, upstream);
    }
  }

  private static void close(Socket one, Socket other) {
    try (one;
        other) {
      // both are closed, whatever the first says
    } catch (IOException e) {
      // gone already
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
