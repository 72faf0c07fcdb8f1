package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that starts while its address is banned does not call. */
class BanRestartTest {
  private final AtomicLong now = new AtomicLong(1_800_000_000_000L);
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer exchange;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @BeforeEach
  void start() throws IOException {
    exchange = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    exchange.createContext(
        "/paper/state", call -> say(call, 200, "{\"time\":" + now.get() + ",\"speed\":0}"));
    exchange.createContext(
        "/",
        call -> {
          calls.incrementAndGet();
          call.getResponseHeaders().set("Retry-After", "7200");
          say(call, 418, "{\"code\":-1003,\"msg\":\"banned\"}");
        });
    exchange.start();
    SecretFile.writeLogin(directory);
    Files.writeString(
        directory.resolve("ballast.yml"),
        """
        mode: paper
        venue: { rest: "http://127.0.0.1:%d" }
        accounts:
          - id: main
            api-key: "file:key"
            secret: "file:secret"
            schedule: "every 30s"
            strategy: hold
        """
            .formatted(exchange.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    exchange.stop(0);
  }

  private static void say(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private Said once() {
    return new Shell(directory).run("once", "-c", "ballast.yml");
  }

  @Test
  void makesNoCallUntilTheBanHasEnded() {
    assertThat(once().out()).contains("no call before 2027-01-15T10:00:00Z");
    assertThat(calls).hasValue(1);

    now.addAndGet(7_199_000);
    assertThat(once().out()).contains("no call before 2027-01-15T10:00:00Z");
    assertThat(once().code()).isEqualTo(4);
    assertThat(calls).as("of two more processes").hasValue(1);

    now.addAndGet(1_000);
    once();
    assertThat(calls).as("after the ban").hasValue(2);
  }
}
