package ballast.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StartFailuresTest {
  @Test
  void leavesATakenPortToWhoeverWantedIt() throws IOException {
    Logger javalin = (Logger) LoggerFactory.getLogger("io.javalin.Javalin");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    javalin.addAppender(lines);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Javalin server =
          Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.startup.startupWatcherEnabled = false;
              });
      assertThatThrownBy(() -> server.start("127.0.0.1", taken.getLocalPort()))
          .isInstanceOf(RuntimeException.class);
      server.stop();
      javalin.error("something else");
    } finally {
      javalin.detachAppender(lines);
    }
    assertThat(lines.list)
        .filteredOn(event -> event.getLevel().levelStr.equals("ERROR"))
        .extracting(ILoggingEvent::getMessage)
        .containsExactly("something else");
  }
}
