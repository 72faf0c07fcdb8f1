package ballast.binance;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Watches one request from inside the client: whether its first byte was written, and that it goes
 * to the wire once and to the one host it was meant for.
 */
final class Attempt extends EventListener {
  private final AtomicBoolean onTheNetwork = new AtomicBoolean();
  private final AtomicBoolean writing = new AtomicBoolean();
  private final AtomicReference<@Nullable Response> answered = new AtomicReference<>();

  static Attempt of(Request request) {
    Attempt attempt = request.tag(Attempt.class);
    if (attempt == null) {
      throw new IllegalStateException("a request without its attempt");
    }
    return attempt;
  }

  /** The last gate before the wire, for every network attempt the client makes. */
  static Interceptor guard(String host) {
    return chain -> {
      Request request = chain.request();
      if (!request.url().host().equals(host)) {
        throw new IOException("blocked a request to another host");
      }
      if (of(request).onTheNetwork.getAndSet(true)) {
        throw new IOException("blocked a second attempt on the wire");
      }
      return chain.proceed(request);
    };
  }

  /** False proves that the exchange cannot have seen the request. */
  boolean mayHaveBeenSent() {
    return writing.get();
  }

  /** The head of the answer, null when none came; its body belongs to the caller. */
  @Nullable Response answer() {
    return answered.get();
  }

  @Override
  public void requestHeadersStart(Call call) {
    writing.set(true);
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    answered.set(response);
  }
}
