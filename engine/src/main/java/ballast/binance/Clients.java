package ballast.binance;

import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The two HTTP clients of one account. Both are forbidden everything the library does unasked: a
 * second attempt, a redirect (which would forward the API key), a proxy, a cookie.
 *
 * @param readings keeps its connection between calls
 * @param transfers opens a connection for each call: on an old one, a close could hide whether the
 *     request was read
 */
record Clients(OkHttpClient readings, OkHttpClient transfers) {
  /** Shorter than exchanges keep idle connections, so that a reading never meets a dead one. */
  private static final long IDLE_SECONDS = 15;

  static Clients to(HttpUrl base, Timeouts timeouts, Dns dns) {
    OkHttpClient readings =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionSpecs(
                List.of(base.isHttps() ? ConnectionSpec.RESTRICTED_TLS : ConnectionSpec.CLEARTEXT))
            .cookieJar(CookieJar.NO_COOKIES)
            .proxy(Proxy.NO_PROXY)
            .dns(dns)
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.read())
            .writeTimeout(timeouts.write())
            .callTimeout(timeouts.call())
            .connectionPool(new ConnectionPool(1, IDLE_SECONDS, TimeUnit.SECONDS))
            .eventListenerFactory(call -> Attempt.of(call.request()))
            .addNetworkInterceptor(Attempt.guard(base))
            .build();
    return new Clients(
        readings,
        readings
            .newBuilder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .build());
  }
}
