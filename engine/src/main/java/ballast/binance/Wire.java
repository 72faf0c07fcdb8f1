package ballast.binance;

import ballast.log.Redaction;
import ballast.venue.ApiCall;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts one request on the wire at most once: no retry, no redirect, no decompression, a bounded
 * body, and no call that the weight budget forbids. Nothing here throws for what the wire does.
 */
final class Wire {
  private final BinanceAccess access;
  private final HttpUrl base;
  private final Clients clients;
  private final HttpUrl futuresBase;
  private final OkHttpClient futures;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final WeightBudget budget;
  private final Consumer<ApiCall> calls;

  Wire(
      BinanceAccess access,
      InstantSource clock,
      LongSupplier nanoTime,
      WeightBudget budget,
      Consumer<ApiCall> calls) {
    this(access, Dns.SYSTEM, clock, nanoTime, budget, calls);
  }

  Wire(
      BinanceAccess access,
      Dns dns,
      InstantSource clock,
      LongSupplier nanoTime,
      WeightBudget budget,
      Consumer<ApiCall> calls) {
    this.access = access;
    this.base = HttpUrl.get(access.base().toString());
    this.clients = Clients.to(base, access.timeouts(), dns);
    this.futuresBase = HttpUrl.get(Hosts.futures(access.base()).toString());
    this.futures =
        futuresBase.equals(base)
            ? clients.readings()
            : Clients.to(futuresBase, access.timeouts(), dns).readings();
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.budget = budget;
    this.calls = calls;
  }

  /**
   * Sends one request.
   *
   * @param encoded its parameters, ready to send: the query of a GET, the form of a POST
   */
  Sent send(Endpoint endpoint, String encoded) {
    Optional<String> refusal = budget.refusal(endpoint, access.account());
    if (refusal.isPresent()) {
      return new Sent.Withheld(refusal.get());
    }
    Attempt attempt = new Attempt(clock, nanoTime);
    long atMillis = clock.millis();
    long begunNanos = nanoTime.getAsLong();
    Sent sent = once(endpoint, request(endpoint, encoded, attempt), attempt);
    if (attempt.mayHaveBeenSent()) {
      long micros = (nanoTime.getAsLong() - begunNanos) / 1_000;
      report(endpoint, atMillis, micros, attempt.answer(), sent);
    }
    return sent;
  }

  /** When the ban that runs ends; empty when none does. */
  OptionalLong bannedUntil() {
    return budget.bannedUntil();
  }

  private Sent once(Endpoint endpoint, Request request, Attempt attempt) {
    try (Response response = client(endpoint).newCall(request).execute()) {
      BufferedSource body = response.body().source();
      if (body.request(endpoint.maxBytes() + 1L)) {
        return new Sent.Lost(
            Sent.Loss.BROKEN_ANSWER, "the answer is longer than " + endpoint.maxBytes() + " bytes");
      }
      return new Sent.Answer(response.code(), unquoted(response, body), attempt.trip());
    } catch (IOException | RuntimeException e) {
      return new Sent.Lost(loss(attempt, e), describe(e));
    }
  }

  private OkHttpClient client(Endpoint endpoint) {
    if (endpoint.isFutures()) {
      return futures;
    }
    return isPost(endpoint) ? clients.transfers() : clients.readings();
  }

  /** An error may quote the request; what is shown and stored of it must not hold the key. */
  private String unquoted(Response response, BufferedSource body) throws IOException {
    String text = body.readUtf8();
    return response.code() == 200 ? text : text.replace(access.apiKey(), Redaction.MASK);
  }

  private Request request(Endpoint endpoint, String encoded, Attempt attempt) {
    HttpUrl.Builder url =
        (endpoint.isFutures() ? futuresBase : base).newBuilder().encodedPath(endpoint.path);
    Request.Builder request =
        new Request.Builder()
            .tag(Attempt.class, attempt)
            .header("Accept-Encoding", "identity")
            .header("User-Agent", "ballast");
    if (endpoint.security != Endpoint.Security.NONE) {
      request.header("X-MBX-APIKEY", access.apiKey());
    }
    if (isPost(endpoint)) {
      return request.url(url.build()).post(new Form(encoded)).build();
    }
    return request.url(url.encodedQuery(encoded.isEmpty() ? null : encoded).build()).build();
  }

  private void report(
      Endpoint endpoint, long atMillis, long micros, @Nullable Response head, Sent sent) {
    int status = head == null ? 0 : head.code();
    String body = sent instanceof Sent.Answer answer ? answer.body() : "";
    int code = status == 200 ? 0 : ExchangeError.parse(body).map(ExchangeError::code).orElse(0);
    if (head != null) {
      LimitSignals signals = LimitSignals.of(head.headers(), body);
      budget.learn(endpoint, access.account(), status, code, signals);
    }
    calls.accept(
        new ApiCall(
            atMillis, endpoint.method, endpoint.path, status, code, endpoint.weight, micros));
  }

  private static boolean isPost(Endpoint endpoint) {
    return endpoint.method.equals("POST");
  }

  private static Sent.Loss loss(Attempt attempt, Exception e) {
    if (!attempt.mayHaveBeenSent()) {
      return Sent.Loss.NOTHING_WRITTEN;
    }
    boolean cutShort = e instanceof ProtocolException || e instanceof EOFException;
    return attempt.answer() != null && cutShort ? Sent.Loss.BROKEN_ANSWER : Sent.Loss.NO_ANSWER;
  }

  /** The library redacts queries and never shows headers or bodies in its messages. */
  private static String describe(Exception e) {
    String message = e.getMessage() == null ? "" : " " + e.getMessage();
    return ExchangeError.oneLine(e.getClass().getSimpleName() + message);
  }
}
