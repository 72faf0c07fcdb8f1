package ballast.binance;

import ballast.venue.VenueUnreachableException;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * The clock of a paper exchange, which may run faster than life: asked over HTTP a few times a
 * second, and run on at its own speed in between. While the exchange does not answer the clock goes
 * on as it last was. Without a control plane the exchange is taken to run at life's speed. Safe for
 * several threads.
 */
public final class ExchangeClock implements InstantSource {
  private static final long STALE_NANOS = Duration.ofMillis(200).toNanos();

  /** A start needs the answer; later the clock goes on without it. */
  private static final Duration PATIENCE_AT_START = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MOST_BYTES = 65_536;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private record Synced(long millis, long nanos, long speed) {}

  private final HttpUrl state;
  private final HttpUrl time;
  private final OkHttpClient client;
  private final LongSupplier nanoTime;
  private Synced synced;
  private long askedNanos;

  /**
   * Asks for the time at once.
   *
   * @param base of the paper exchange, on loopback
   * @throws VenueUnreachableException when it does not answer
   */
  public ExchangeClock(URI base, LongSupplier nanoTime) {
    Hosts.require(base);
    HttpUrl url = HttpUrl.get(base.toString());
    this.state = url.newBuilder().encodedPath("/paper/state").build();
    this.time = url.newBuilder().encodedPath("/api/v3/time").build();
    OkHttpClient patient =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .callTimeout(PATIENCE_AT_START)
            .build();
    this.client = patient.newBuilder().callTimeout(PATIENCE).build();
    this.nanoTime = nanoTime;
    try {
      this.synced = ask(patient);
      this.askedNanos = synced.nanos;
    } catch (IOException | MalformedAnswer e) {
      throw new VenueUnreachableException(
          "the paper exchange at "
              + base
              + " does not answer ("
              + e.getMessage()
              + "); start it with: ballast paper",
          e);
    }
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public synchronized long millis() {
    long now = nanoTime.getAsLong();
    if (now - askedNanos > STALE_NANOS) {
      askedNanos = now;
      try {
        synced = ask(client);
      } catch (IOException | MalformedAnswer e) {
        // the readings that need the exchange will fail and say so; the clock itself goes on
      }
    }
    return synced.millis + (nanoTime.getAsLong() - synced.nanos) * synced.speed / NANOS_PER_MILLI;
  }

  /** Seconds of the exchange that pass in one second; 0 while it is paused. */
  public synchronized long speed() {
    millis();
    return synced.speed;
  }

  private Synced ask(OkHttpClient client) throws IOException, MalformedAnswer {
    long before = nanoTime.getAsLong();
    String answer = get(client, state);
    if (!answer.isEmpty()) {
      Fields fields = Fields.of(Json.parse(answer), "paper state");
      return new Synced(fields.time("time"), midpoint(before), fields.count("speed"));
    }
    long begun = nanoTime.getAsLong();
    Fields fields = Fields.of(Json.parse(get(client, time)), "time");
    return new Synced(fields.time("serverTime"), midpoint(begun), 1);
  }

  private long midpoint(long before) {
    return before + (nanoTime.getAsLong() - before) / 2;
  }

  /** The body, or nothing where there is no such path. */
  private static String get(OkHttpClient client, HttpUrl url) throws IOException {
    try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
      BufferedSource body = response.body().source();
      if (response.code() == 404) {
        return "";
      }
      if (response.code() != 200 || body.request(MOST_BYTES + 1L)) {
        throw new IOException("HTTP " + response.code());
      }
      return body.readUtf8();
    }
  }
}
