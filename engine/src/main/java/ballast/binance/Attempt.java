package ballast.binance;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
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
  private final AtomicReference<@Nullable Moment> written = new AtomicReference<>();
  private final AtomicReference<@Nullable Moment> answered = new AtomicReference<>();
  private final AtomicReference<@Nullable Response> answer = new AtomicReference<>();
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  private record Moment(long millis, long nanos) {}

  Attempt(InstantSource clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  static Attempt of(Request request) {
    Attempt attempt = request.tag(Attempt.class);
    if (attempt == null) {
      throw new IllegalStateException("a request without its attempt");
    }
    return attempt;
  }

  /** The last gate before the wire, for every network attempt the client makes. */
  static Interceptor guard(HttpUrl base) {
    return chain -> {
      Request request = chain.request();
      if (!base.equals(request.url().resolve("/"))) {
        throw new IOException("blocked a request to another address");
      }
      if (of(request).onTheNetwork.getAndSet(true)) {
        throw new IOException("blocked a second attempt on the wire");
      }
      return chain.proceed(request);
    };
  }

  /** False proves that the exchange cannot have seen the request. */
  boolean mayHaveBeenSent() {
    return written.get() != null;
  }

  /** The head of the answer, null when none came; its body belongs to the caller. */
  @Nullable Response answer() {
    return answer.get();
  }

  /** When it was written and answered; only for a request that was. */
  Trip trip() {
    Moment from = written.get();
    Moment to = answered.get();
    if (from == null || to == null) {
      throw new IllegalStateException("a trip that has not ended");
    }
    return new Trip(from.millis(), to.millis(), to.nanos() - from.nanos());
  }

  @Override
  public void requestHeadersStart(Call call) {
    written.set(now());
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    answered.set(now());
    answer.set(response);
  }

  private Moment now() {
    return new Moment(clock.millis(), nanoTime.getAsLong());
  }
}
