package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.venue.Reading;
import ballast.venue.TransferOutcome;
import ballast.venue.VenueFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A host with several addresses, or with none: another one is tried only before any byte. */
final class AddressesTest {
  private final Desk desk = new Desk();

  AddressesTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  private Wire wire(Dns dns) {
    URI base = URI.create("http://localhost:" + desk.exchange.base().getPort());
    BinanceAccess access =
        BinanceAccess.of("main", base, Desk.API_KEY, Desk.signer()).with(Desk.SHORT);
    return new Wire(access, dns, desk.clock, desk.clock::nanoTime, desk.budget, desk.calls::add);
  }

  private static Dns addresses(String... literals) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : literals) {
      addresses.add(InetAddress.getByName(literal));
    }
    return host -> addresses;
  }

  private TransferOutcome transfer(Wire wire) {
    return TransferAnswer.classify(wire.send(Endpoint.EARN_ASSET_TRANSFER, "a=b"));
  }

  @Test
  void aHostThatIsNotFoundIsSentNothing() {
    Wire wire =
        wire(
            host -> {
              throw new UnknownHostException(host);
            });

    assertThat(transfer(wire))
        .isInstanceOfSatisfying(
            TransferOutcome.NotSent.class,
            notSent -> assertThat(notSent.cause()).contains("UnknownHostException"));
    Reading<?> reading =
        Calls.understood(Endpoint.ACCOUNT, wire.send(Endpoint.ACCOUNT, ""), PortfolioAccount::read);
    assertThat(Desk.failure(reading).kind()).isEqualTo(VenueFailure.Kind.UNREACHABLE);
    assertThat(desk.calls).isEmpty();
    assertThat(desk.exchange.connections()).isZero();
  }

  @Test
  void goesOnToTheSecondAddressWhenTheFirstRefusesTheConnection() throws IOException {
    assertThat(transfer(wire(addresses("127.0.0.2", "127.0.0.1"))))
        .isEqualTo(new TransferOutcome.Done());
    assertThat(desk.exchange.posts()).isEqualTo(1);
  }

  @Test
  void goesOnFromIpv6ToIpv4() throws IOException {
    assumeThat(hasIpv6Loopback()).as("this machine has an IPv6 loopback").isTrue();

    assertThat(transfer(wire(addresses("::1", "127.0.0.1")))).isEqualTo(new TransferOutcome.Done());
    assertThat(desk.exchange.posts()).isEqualTo(1);
  }

  @Test
  void neverGoesOnToTheSecondAddressAfterAByte() throws IOException {
    desk.exchange.on(Endpoint.EARN_ASSET_TRANSFER, ScriptedExchange.reset());
    AtomicInteger accepted = new AtomicInteger();
    try (ServerSocket second =
        new ServerSocket(desk.exchange.base().getPort(), 5, InetAddress.getByName("127.0.0.2"))) {
      Thread listener =
          new Thread(
              () -> {
                try (Socket socket = second.accept()) {
                  accepted.incrementAndGet();
                } catch (IOException closed) {
                  // the test is over
                }
              });
      listener.start();

      assertThat(transfer(wire(addresses("127.0.0.1", "127.0.0.2"))))
          .isInstanceOf(TransferOutcome.Unknown.class);
      assertThat(desk.exchange.posts()).isEqualTo(1);
      assertThat(accepted).hasValue(0);
    }
  }

  private static boolean hasIpv6Loopback() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getAllByName("::1")[0])) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
