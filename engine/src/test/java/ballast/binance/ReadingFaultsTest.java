package ballast.binance;

import static ballast.binance.Desk.failure;
import static ballast.binance.ScriptedExchange.drip;
import static ballast.binance.ScriptedExchange.hang;
import static ballast.binance.ScriptedExchange.hangUp;
import static ballast.binance.ScriptedExchange.json;
import static ballast.binance.ScriptedExchange.raw;
import static ballast.binance.ScriptedExchange.reset;
import static ballast.binance.ScriptedExchange.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ballast.venue.VenueFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the wire does to a reading, it is a failure of a countable kind, and asked once. */
final class ReadingFaultsTest {
  private final Desk desk = new Desk();

  ReadingFaultsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(hangUp(), Kind.UNREACHABLE),
        arguments(reset(), Kind.UNREACHABLE),
        arguments(hang(), Kind.UNREACHABLE),
        arguments(drip(Desk.ACCOUNT), Kind.UNREACHABLE),
        arguments(raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"), Kind.MALFORMED),
        arguments(json(Desk.ACCOUNT + " ".repeat(70_000)), Kind.MALFORMED),
        arguments(json("<html>"), Kind.MALFORMED),
        arguments(status("302 Found", "Location: http://localhost:1/\r\n", ""), Kind.MALFORMED),
        arguments(status("400 Bad Request", "", "<html>"), Kind.MALFORMED),
        arguments(status("400 Bad Request", "", "{\"code\":-1102,\"msg\":\"x\"}"), Kind.REFUSED),
        arguments(
            status("400 Bad Request", "", "{\"code\":-1000,\"msg\":\"x\"}"), Kind.UNREACHABLE),
        arguments(status("400 Bad Request", "", "{\"code\":-2015,\"msg\":\"x\"}"), Kind.FORBIDDEN),
        arguments(status("401 Unauthorized", "", "{\"code\":-2014,\"msg\":\"x\"}"), Kind.FORBIDDEN),
        arguments(status("401 Unauthorized", "WWW-Authenticate: Basic\r\n", ""), Kind.FORBIDDEN),
        arguments(status("403 Forbidden", "", "<html>"), Kind.THROTTLED),
        arguments(status("451 Unavailable", "", ""), Kind.FORBIDDEN),
        arguments(status("408 Request Timeout", "", ""), Kind.UNREACHABLE),
        arguments(status("418 Banned", "", ""), Kind.THROTTLED),
        arguments(status("429 Too Many", "Retry-After: 0\r\n", ""), Kind.THROTTLED),
        arguments(status("500 Error", "", ""), Kind.UNREACHABLE),
        arguments(status("503 Busy", "Retry-After: 0\r\n", ""), Kind.UNREACHABLE));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void failsAsAValueAndAsksOnce(ScriptedExchange.Reply fault, Kind kind) {
    desk.exchange.on(Endpoint.ACCOUNT, fault);

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(kind);
    assertThat(desk.exchange.requests(Endpoint.ACCOUNT)).hasSize(1);
    assertThat(desk.exchange.requests(Endpoint.BALANCE)).isEmpty();
  }

  @Test
  void recordsTheStatusAndTheCodeOfARefusal() {
    desk.exchange.on(
        Endpoint.ACCOUNT, status("400 Bad Request", "", "{\"code\":-2015,\"msg\":\"Invalid\"}"));

    assertThat(failure(desk.venue.account()).detail())
        .isEqualTo("GET /sapi/v1/portfolio/account: HTTP 400 -2015 Invalid");
    assertThat(desk.calls).last().matches(c -> c.httpStatus() == 400 && c.code() == -2015);
  }

  @Test
  void makesNoCallDuringABan() {
    desk.exchange.on(Endpoint.ACCOUNT, status("418 Banned", "Retry-After: 600\r\n", ""));
    desk.venue.account();
    int before = desk.exchange.requests().size();

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure(desk.venue.serverTime()).kind()).isEqualTo(Kind.THROTTLED);
    assertThat(desk.exchange.requests()).hasSize(before);
  }

  @Test
  void asksOnceMoreAfterARefusedTimestampAndNotAThirdTime() {
    desk.exchange.on(
        Endpoint.ACCOUNT, status("400 Bad Request", "", "{\"code\":-1021,\"msg\":\"x\"}"));

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(Kind.REFUSED);
    assertThat(desk.exchange.requests(Endpoint.ACCOUNT)).hasSize(2);
    assertThat(desk.exchange.requests(Endpoint.TIME)).hasSize(2);
  }

  @Test
  void isNotImpressedByAGzipBomb() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 64; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    desk.exchange.on(
        Endpoint.ACCOUNT,
        (socket, out) -> {
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                      + bomb.size()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
          bomb.writeTo(out);
          return true;
        });

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(Kind.MALFORMED);
  }
}
