package ballast.paper;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Plays a fault on the wire: real silence, real resets, and the answers of an exchange in need. */
final class FaultyWire {
  private static final int BACKEND_TIMEOUT = -1007;
  private static final int UNKNOWN = -1000;
  private static final String RETRY_AFTER = "Retry-After";

  private FaultyWire() {}

  /**
   * @param closing ends a silence early, when the server closes
   */
  static void play(Fault fault, Context context, CountDownLatch closing)
      throws InterruptedException {
    switch (fault.kind()) {
      case TIMEOUT_BEFORE_EFFECT, TIMEOUT_AFTER_EFFECT -> {
        boolean ended = closing.await(fault.hang().toMillis(), TimeUnit.MILLISECONDS);
        error(
            context,
            504,
            BACKEND_TIMEOUT,
            ended
                ? "The paper exchange is closing."
                : "Timeout waiting for response from backend server. Send status unknown;"
                    + " execution status unknown.");
      }
      case HTTP_5XX_BEFORE_EFFECT, HTTP_5XX_AFTER_EFFECT ->
          error(
              context,
              503,
              UNKNOWN,
              "Unknown error, please check your request or try again later.");
      case HTTP_429 -> throttle(context, 429, "Too much request weight used.", "30");
      case HTTP_418 ->
          throttle(context, 418, "Way too much request weight used; IP banned.", "120");
      case RESET_BEFORE_EFFECT, RESET_AFTER_EFFECT -> reset(context);
      case GARBAGE ->
          context.status(200).contentType("text/html").result("<html><body>502 Bad Gatew");
      case READ_LAG -> throw new IllegalStateException("a read lag is no fault of the wire");
    }
  }

  private static void throttle(Context context, int status, String message, String seconds) {
    context.header(RETRY_AFTER, seconds);
    error(context, status, Fault.TOO_MANY_REQUESTS, message);
  }

  private static void error(Context context, int status, int code, String message) {
    PaperServer.write(context, new ApiError(status, code, message, Map.of()).answer());
  }

  /** A closed channel that lingers for no time sends RST instead of FIN. */
  private static void reset(Context context) {
    Object transport =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint()
            .getTransport();
    if (transport instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the connection could not be reset", e);
      }
    }
  }
}
