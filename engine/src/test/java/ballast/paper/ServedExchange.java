package ballast.paper;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paper exchange over real HTTP, with its control plane and a clock that is cranked by hand. It
 * serves an account of March 2020 to a client that may move, and another one to a key that may only
 * read.
 */
final class ServedExchange implements AutoCloseable {
  static final String BALANCE = "/sapi/v1/portfolio/earn-asset-balance";
  static final String TRANSFER = "/sapi/v1/portfolio/earn-asset-transfer";
  static final String IN = "asset=LDUSDT&transferType=EARN_TO_FUTURE";
  static final String FORM = "application/x-www-form-urlencoded";
  static final long NOW = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();

  final PaperClock clock = PaperClock.cranked(NOW);
  final PaperExchange account = new PaperExchange(Scenario.shipped("march-2020"), NOW);

  /** The account of the key {@code reader}. */
  final PaperExchange other = new PaperExchange(Scenario.shipped("march-2020"), NOW);

  final PaperServer server;

  /** Signs for {@link #account}. */
  final SigningClient client;

  private final KeyPair keys = ed25519();

  ServedExchange() {
    quiet();
    server =
        new PaperServer(
                List.of(
                    PaperLogin.of(account),
                    new PaperLogin(
                        "reader",
                        "unused",
                        Optional.of(keys.getPublic()),
                        Set.of(KeyPermission.READING),
                        other)),
                clock,
                Faults.none(),
                true)
            .start(0);
    client = new SigningClient(server.url(), clock, "paper", "paper-secret");
  }

  /** Without a configuration Logback writes down every step that Jetty takes. */
  private static void quiet() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.WARN);
    }
  }

  private static KeyPair ed25519() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client that shares no code with the exchange. */
  SigningClient client(String apiKey, String secret) {
    return new SigningClient(server.url(), clock, apiKey, secret);
  }

  void faults(String fault) throws Exception {
    assertThat(control("/paper/faults", "{\"seed\":1,\"faults\":[" + fault + "]}").body())
        .isEqualTo("{\"seed\":1,\"faults\":1}");
  }

  HttpResponse<String> control(String path, String body) throws Exception {
    return client.raw("POST", path, body, "application/json");
  }

  /** As the official Java client: timestamp and signature in the query, the rest in the body. */
  HttpResponse<String> post(String inQuery, String body, String contentType) throws Exception {
    String query = inQuery + "timestamp=" + clock.millis();
    return client.raw(
        "POST",
        TRANSFER + "?" + query + "&signature=" + client.sign(query + body),
        body,
        contentType);
  }

  HttpResponse<String> moveIn(String amount) throws Exception {
    return post("", IN + "&amount=" + amount, FORM);
  }

  String signed(String form) {
    return form + "&signature=" + client.sign(form);
  }

  /** Signed by the key {@code reader}. */
  String signedByReader(String form) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(form.getBytes(StandardCharsets.UTF_8));
    return form
        + "&signature="
        + URLEncoder.encode(
            Base64.getEncoder().encodeToString(signature.sign()), StandardCharsets.UTF_8);
  }

  static int code(HttpResponse<String> response) {
    return SigningClient.json(response).get("code").asInt();
  }

  @Override
  public void close() {
    server.close();
  }
}
