package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ballast.venue.Reading;
import ballast.venue.TransferOutcome;
import ballast.venue.VenueFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who is not the exchange gets no request. The machine is made to trust an authority of this test's
 * own, so that each certificate fails for its own fault alone; a good one shows that it does.
 */
final class TlsTest {
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("test authority").build();
  private static final Timeouts PATIENT =
      new Timeouts(
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8));

  @BeforeAll
  static void trustTheAuthority(@TempDir Path folder) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("authority", AUTHORITY.certificate());
    Path file = folder.resolve("trusted.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD);
    }
    System.setProperty(TRUST, file.toString());
    System.setProperty(TRUST + "Password", new String(PASSWORD));
  }

  @AfterAll
  static void trustTheMachinesAgain() {
    System.clearProperty(TRUST);
    System.clearProperty(TRUST + "Password");
  }

  private static HeldCertificate.Builder server(String host) {
    return new HeldCertificate.Builder().commonName(host).addSubjectAlternativeName(host);
  }

  private static TlsExchange.Greeting certificate(HeldCertificate held) {
    HandshakeCertificates shown = new HandshakeCertificates.Builder().heldCertificate(held).build();
    return TlsExchange.Greeting.by(shown.sslContext());
  }

  static Stream<Arguments> impostors() {
    long now = Instant.now().toEpochMilli();
    long day = Duration.ofDays(1).toMillis();
    HeldCertificate stranger =
        new HeldCertificate.Builder().certificateAuthority(0).commonName("stranger").build();
    return Stream.of(
        arguments("self-signed", certificate(server("localhost").build())),
        arguments(
            "signed by a stranger", certificate(server("localhost").signedBy(stranger).build())),
        arguments(
            "for another host", certificate(server("api.binance.com").signedBy(AUTHORITY).build())),
        arguments(
            "expired",
            certificate(
                server("localhost")
                    .signedBy(AUTHORITY)
                    .validityInterval(now - 2 * day, now - day)
                    .build())),
        arguments(
            "not valid yet",
            certificate(
                server("localhost")
                    .signedBy(AUTHORITY)
                    .validityInterval(now + day, now + 2 * day)
                    .build())),
        arguments("TLS 1.0", TlsExchange.Greeting.hello(0x0301, 0x002f)),
        arguments("TLS 1.1", TlsExchange.Greeting.hello(0x0302, 0x002f)),
        arguments("a cipher without forward secrecy", TlsExchange.Greeting.hello(0x0303, 0x002f)),
        arguments("plaintext", TlsExchange.Greeting.says(TlsExchange.ANSWER)),
        arguments("a connection reset", (TlsExchange.Greeting) TlsTest::reset));
  }

  private static Socket reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
    return socket;
  }

  private static BinanceAccess access(TlsExchange exchange) {
    return BinanceAccess.of(
            "main", URI.create("https://localhost:" + exchange.port()), Desk.API_KEY, Desk.signer())
        .with(PATIENT);
  }

  private static Wire wire(TlsExchange exchange) {
    HandClock clock = new HandClock();
    return new Wire(access(exchange), clock, System::nanoTime, new WeightBudget(clock), call -> {});
  }

  @Test
  void theExchangeItselfIsSpokenTo() throws IOException {
    try (TlsExchange exchange =
        new TlsExchange(certificate(server("localhost").signedBy(AUTHORITY).build()))) {
      assertThat(TransferAnswer.classify(wire(exchange).send(Endpoint.EARN_ASSET_TRANSFER, "a=b")))
          .isEqualTo(new TransferOutcome.Done());
      assertThat(exchange.readInClear()).contains("X-MBX-APIKEY: " + Desk.API_KEY);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impostors")
  void nobodyElseIsSentATransfer(String name, TlsExchange.Greeting greeting) throws IOException {
    try (TlsExchange impostor = new TlsExchange(greeting)) {
      TransferOutcome outcome =
          TransferAnswer.classify(wire(impostor).send(Endpoint.EARN_ASSET_TRANSFER, "a=b"));

      assertThat(outcome).isInstanceOf(TransferOutcome.NotSent.class);
      assertThat(outcome.describe()).isNotBlank().doesNotContain("canary");
      assertNothingLeaked(impostor);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impostors")
  void nobodyElseIsRead(String name, TlsExchange.Greeting greeting) throws IOException {
    try (TlsExchange impostor = new TlsExchange(greeting)) {
      Reading<?> reading =
          Calls.understood(
              Endpoint.ACCOUNT,
              wire(impostor).send(Endpoint.ACCOUNT, "a=b"),
              PortfolioAccount::read);

      assertThat(Desk.failure(reading).kind()).isEqualTo(VenueFailure.Kind.UNREACHABLE);
      assertThat(reading.toString()).doesNotContain("canary");
      assertNothingLeaked(impostor);
    }
  }

  private static void assertNothingLeaked(TlsExchange impostor) throws IOException {
    assertThat(impostor.readInClear()).doesNotContain(Desk.API_KEY, "X-MBX", "HTTP");
  }
}
