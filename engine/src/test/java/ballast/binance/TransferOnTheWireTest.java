package ballast.binance;

import static ballast.binance.ScriptedExchange.drip;
import static ballast.binance.ScriptedExchange.hang;
import static ballast.binance.ScriptedExchange.hangUp;
import static ballast.binance.ScriptedExchange.json;
import static ballast.binance.ScriptedExchange.raw;
import static ballast.binance.ScriptedExchange.reset;
import static ballast.binance.ScriptedExchange.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ballast.binance.ScriptedExchange.Reply;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the wire does: one POST at most, and never more certainty than there is. */
final class TransferOnTheWireTest {
  private static final TransferOrder ORDER =
      new TransferOrder(7, HandClock.START, Direction.EARN_TO_FUTURE, Usdt.parse("1234.5"));
  private static final String SUCCESS = "{\"msg\":\"success\"}";

  private final Desk desk = new Desk();

  TransferOnTheWireTest() throws IOException {}

  /** The first call of a process loads classes, which may outlast the short time-outs. */
  @BeforeAll
  static void warmUp() throws IOException {
    try (Desk desk = new Desk()) {
      Desk.got(desk.venue(desk.access.with(Timeouts.DEFAULT)).account());
    }
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  @Test
  void sendsTheOrderOnceInASignedBodyAndReportsSuccess() {
    assertThat(desk.venue.transfer(ORDER)).isEqualTo(new TransferOutcome.Done());

    ScriptedExchange.Request sent = desk.exchange.requests(Endpoint.EARN_ASSET_TRANSFER).get(0);
    String payload =
        "asset=LDUSDT&transferType=EARN_TO_FUTURE&amount=1234.5&recvWindow=5000&timestamp="
            + HandClock.START;
    assertThat(sent.target()).isEqualTo(Endpoint.EARN_ASSET_TRANSFER.path);
    assertThat(sent.body()).isEqualTo(payload + "&signature=" + Desk.signer().sign(payload, ""));
    assertThat(sent.header("X-MBX-APIKEY")).isEqualTo(Desk.API_KEY);
    assertThat(sent.header("Accept-Encoding")).isEqualTo("identity");
    assertThat(desk.exchange.posts()).isEqualTo(1);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("closed before an answer", hangUp()),
        arguments("reset before an answer", reset()),
        arguments("no answer in time", hang()),
        arguments("an answer that drips in", drip(SUCCESS)),
        arguments("garbage for a status line", raw("SSH-2.0-x\r\n\r\n")),
        arguments(
            "cut short", raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"msg\":\"succ")),
        arguments(
            "cut short, chunked",
            raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n" + SUCCESS + "\r\n")),
        arguments("truncated JSON", json("{\"msg\":\"success\"")),
        arguments("two documents", json(SUCCESS + SUCCESS)),
        arguments("a key twice", json("{\"msg\":\"fail\",\"msg\":\"success\"}")),
        arguments("another message", json("{\"msg\":\"SUCCESS\"}")),
        arguments("a message of another type", json("{\"msg\":true}")),
        arguments("no message", json("{}")),
        arguments("an array", json("[" + SUCCESS + "]")),
        arguments("an empty body", json("")),
        arguments("success with a code", json("{\"code\":-1000,\"msg\":\"success\"}")),
        arguments("HTML with 200", json("<html>success</html>")),
        arguments("HTML with 403", status("403 Forbidden", "", "<html>blocked</html>")),
        arguments("too long", json(SUCCESS + " ".repeat(70_000))),
        arguments(
            "compressed unasked", status("200 OK", "Content-Encoding: gzip\r\n", "\u001f\u008b\b")),
        arguments("201", status("201 Created", "", SUCCESS)),
        arguments("301", redirect("301 Moved Permanently")),
        arguments("302", redirect("302 Found")),
        arguments("303", redirect("303 See Other")),
        arguments("307", redirect("307 Temporary Redirect")),
        arguments("308", redirect("308 Permanent Redirect")),
        arguments("408", status("408 Request Timeout", "", "{\"code\":-1021,\"msg\":\"x\"}")),
        arguments("421", status("421 Misdirected Request", "", "{\"code\":-1021,\"msg\":\"x\"}")),
        arguments(
            "401 with a challenge",
            status("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "")),
        arguments(
            "407 with a challenge",
            status("407 Proxy", "Proxy-Authenticate: Basic realm=\"x\"\r\n", "")),
        arguments("429 without a code", status("429 Too Many Requests", "Retry-After: 0\r\n", "")),
        arguments("500", status("500 Internal Server Error", "", "{\"code\":-1003,\"msg\":\"x\"}")),
        arguments("502", status("502 Bad Gateway", "", "<html/>")),
        arguments(
            "503, retry at once", status("503 Service Unavailable", "Retry-After: 0\r\n", "{}")),
        arguments(
            "504 -1007",
            status(
                "504 Gateway Timeout",
                "",
                "{\"code\":-1007,\"msg\":\"Timeout waiting for response\"}")),
        arguments("400 -1000", status("400 Bad Request", "", "{\"code\":-1000,\"msg\":\"x\"}")),
        arguments("400 -1006", status("400 Bad Request", "", "{\"code\":-1006,\"msg\":\"x\"}")),
        arguments(
            "400 with a new code",
            status("400 Bad Request", "", "{\"code\":-987654,\"msg\":\"x\"}")),
        arguments(
            "400 with a code as text",
            status("400 Bad Request", "", "{\"code\":\"-1021\",\"msg\":\"x\"}")),
        arguments(
            "400 with a positive code",
            status("400 Bad Request", "", "{\"code\":200003903,\"msg\":\"x\"}")),
        arguments(
            "400 with a code and no message", status("400 Bad Request", "", "{\"code\":-1021}")));
  }

  private static Reply redirect(String status) {
    return status(status, "Location: http://127.0.0.1:1/elsewhere\r\n", "");
  }

  /** What came before the transfer that meets the fault. */
  private enum Before {
    NOTHING {
      @Override
      void happens(Desk desk) {}
    },
    A_READING {
      @Override
      void happens(Desk desk) {
        Desk.got(desk.venue.account());
      }
    },
    A_TRANSFER_WITHOUT_AN_ANSWER {
      @Override
      void happens(Desk desk) {
        desk.exchange.on(Endpoint.EARN_ASSET_TRANSFER, hangUp());
        assertThat(desk.venue.transfer(ORDER)).isInstanceOf(TransferOutcome.Unknown.class);
      }
    },
    A_READING_THAT_TIMED_OUT {
      @Override
      void happens(Desk desk) {
        desk.exchange.on(Endpoint.ACCOUNT, hang());
        Desk.failure(desk.venue.account());
      }
    };

    abstract void happens(Desk desk);
  }

  static Stream<Arguments> faultsInEverySituation() {
    return faults()
        .flatMap(
            fault ->
                Stream.of(Before.values())
                    .map(before -> arguments(fault.get()[0], before, fault.get()[1])));
  }

  @ParameterizedTest(name = "{0} after {1}")
  @MethodSource("faultsInEverySituation")
  void doesNotKnow(String name, Before before, Reply fault) {
    before.happens(desk);
    long posts = desk.exchange.posts();
    desk.exchange.on(Endpoint.EARN_ASSET_TRANSFER, fault);

    assertThat(desk.venue.transfer(ORDER)).isInstanceOf(TransferOutcome.Unknown.class);
    assertThat(desk.exchange.posts()).isEqualTo(posts + 1);
    assertThat(desk.calls).last().matches(call -> call.method().equals("POST"));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {-1002, -1003, -1021, -1022, -1102, -1111, -1131, -2014, -2015, -3020, -6018, -21001})
  void isRejectedByACodeThatProvesNothingMoved(int code) {
    desk.exchange.on(
        Endpoint.EARN_ASSET_TRANSFER,
        status("400 Bad Request", "", "{\"code\":" + code + ",\"msg\":\"no\\nway\"}"));

    assertThat(desk.venue.transfer(ORDER)).isEqualTo(new TransferOutcome.Rejected(code, "no way"));
    assertThat(desk.exchange.posts()).isEqualTo(1);
  }

  @Test
  void measuresTheClockAgainAfterARefusedTimestampButDoesNotSendAgain() {
    desk.exchange.on(
        Endpoint.EARN_ASSET_TRANSFER,
        status("400 Bad Request", "", "{\"code\":-1021,\"msg\":\"outside of the recvWindow\"}"));
    desk.venue.transfer(ORDER);
    assertThat(desk.exchange.requests(Endpoint.TIME)).hasSize(1);

    desk.venue.account();

    assertThat(desk.exchange.requests(Endpoint.TIME)).hasSize(2);
    assertThat(desk.exchange.posts()).isEqualTo(1);
  }

  @Test
  void isNotSentWhenTheConnectionIsRefused() throws IOException {
    desk.venue.account();
    desk.exchange.close();

    assertThat(desk.venue.transfer(ORDER)).isInstanceOf(TransferOutcome.NotSent.class);
    assertThat(desk.calls).noneMatch(call -> call.method().equals("POST"));
  }

  @Test
  void isNotSentWhenTheClockCannotBeMeasured() {
    desk.exchange.on(Endpoint.TIME, hangUp());

    assertThat(desk.venue.transfer(ORDER)).isInstanceOf(TransferOutcome.NotSent.class);
    assertThat(desk.exchange.posts()).isZero();
  }

  @Test
  void isNotSentWhenTlsCannotBeAgreed() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server =
          new Thread(
              () -> {
                try (var socket = plain.accept()) {
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                  // the client has left
                }
              });
      server.start();
      BinanceAccess tls =
          BinanceAccess.of(
                  "main",
                  URI.create("https://127.0.0.1:" + plain.getLocalPort()),
                  Desk.API_KEY,
                  Desk.signer())
              .with(Desk.SHORT);
      Wire wire = new Wire(tls, desk.clock, System::nanoTime, desk.budget, desk.calls::add);

      assertThat(TransferAnswer.classify(wire.send(Endpoint.EARN_ASSET_TRANSFER, "a=b")))
          .isInstanceOf(TransferOutcome.NotSent.class);
      assertThat(desk.calls).isEmpty();
    }
  }

  @Test
  void isNotSentWhileTheBudgetForbidsIt() {
    desk.exchange.on(
        Endpoint.ACCOUNT,
        status("418 Banned", "Retry-After: 600\r\n", "{\"code\":-1003,\"msg\":\"x\"}"));
    desk.venue.account();

    assertThat(desk.venue.transfer(ORDER))
        .isInstanceOfSatisfying(
            TransferOutcome.NotSent.class,
            notSent -> assertThat(notSent.cause()).contains("banned this IP"));
    assertThat(desk.exchange.posts()).isZero();
  }
}
