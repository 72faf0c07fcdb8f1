package ballast.notify;

import ballast.notify.Channel.Answer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * HTTP to addresses that the operator named: no redirect is followed, no cookie kept, nothing tried
 * twice, and no answer waited for longer than ten seconds. What is said of a failure names no
 * address, because the addresses of chat rooms are their keys. Safe for several threads.
 */
public final class Posts {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(10);
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final OkHttpClient client;

  /** With the time limits that {@link Channel#send} promises. */
  public Posts() {
    this(CONNECT, CALL);
  }

  Posts(Duration connect, Duration call) {
    client =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS, ConnectionSpec.CLEARTEXT))
            .cookieJar(CookieJar.NO_COOKIES)
            .proxy(Proxy.NO_PROXY)
            .connectTimeout(connect)
            .callTimeout(call)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .build();
  }

  /** Posts one JSON text. */
  Answer json(URI address, String body) {
    return call(builder(address).post(RequestBody.create(body, JSON)).build());
  }

  /** Asks for a page whose content does not matter. */
  Answer get(URI address) {
    return call(builder(address).get().build());
  }

  private static Request.Builder builder(URI address) {
    return new Request.Builder().url(address.toString()).header("User-Agent", "ballast");
  }

  private Answer call(Request request) {
    try (Response response = client.newCall(request).execute()) {
      int status = response.code();
      return response.isSuccessful()
          ? new Answer.Taken()
          : new Answer.Failed(
              "HTTP " + status, status >= 500 || status == TIMEOUT || status == TOO_MANY);
    } catch (IOException e) {
      return new Answer.Failed(why(e), true);
    }
  }

  /** By its kind alone: a message may name the address. */
  private static String why(IOException e) {
    if (e instanceof UnknownHostException) {
      return "the host is not known";
    }
    if (e instanceof ConnectException) {
      return "no connection";
    }
    if (e instanceof InterruptedIOException) {
      return "no answer in time";
    }
    return e instanceof SSLException ? "the connection is not trusted" : "the connection broke";
  }
}
