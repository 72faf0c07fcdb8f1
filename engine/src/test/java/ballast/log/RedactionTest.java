package ballast.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String KEY =
      "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key %s",
        "%s",
        "\"%s\"",
        "a=%s&b",
        "X-MBX-APIKEY: %s",
        "GET /x?signature=%s HTTP/1.1",
        "at a.b(%s)\n\tat c"
      })
  void masksATokenOf64Characters(String around) {
    assertThat(Redaction.mask(around.formatted(KEY)))
        .isEqualTo(around.formatted(Redaction.MASK))
        .doesNotContain(KEY.substring(0, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x?a=1&signature=short&b=2",
        "signature=short",
        "SIGNATURE=short;",
        "X-MBX-APIKEY: short",
        "x-mbx-apikey=short",
        "{\"X-MBX-APIKEY\":\"short\"}",
        "X-Mbx-Apikey: [short]"
      })
  void masksSignatureAndHeaderOfAnyLength(String text) {
    assertThat(Redaction.mask(text)).contains(Redaction.MASK).doesNotContain("short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST https://hooks.slack.com/services/%s failed",
        "https://discord.com/api/webhooks/%s",
        "https://discord.com/api/v10/webhooks/%s\"",
        "(https://api.telegram.org/bot123456:%s/sendMessage"
      })
  void masksTheAddressOfAChatRoom(String text) {
    assertThat(Redaction.mask(text.formatted("T0/B0/XyZcAnArY")))
        .contains(Redaction.MASK)
        .doesNotContain("T0", "cAnArY");
  }

  @Test
  void masksAnEncodedSignatureToItsEnd() {
    assertThat(Redaction.mask("signature=aB%2B%2Fc%3D%3D&timestamp=1"))
        .isEqualTo("signature=***&timestamp=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "moved 1234.5 LDUSDT",
        "a /bottom, /bot and https://example.com/services/1",
        "the signature of the request is not valid",
        "/a/long/path/with/very/many/parts/that/is/longer/than/sixty/four/characters/in/all",
        "012345678901234567890123456789012345678901234567890123456789012-"
      })
  void leavesTheRestAsItIs(String text) {
    assertThat(Redaction.mask(text)).isEqualTo(text);
  }

  @Test
  void theShippedLogConfigurationMasksMessageAndStackTrace() throws Exception {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback.xml")));
    ConsoleAppender<?> appender =
        (ConsoleAppender<?>) context.getLogger("ROOT").getAppender("STDERR");
    @SuppressWarnings("unchecked")
    Encoder<LoggingEvent> encoder = (Encoder<LoggingEvent>) (Encoder<?>) appender.getEncoder();
    LoggingEvent event =
        new LoggingEvent(
            "x",
            context.getLogger("some.Logger"),
            Level.ERROR,
            "plain words, signature={}",
            new IllegalStateException("of " + KEY),
            new Object[] {"short"});

    String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

    assertThat(line)
        .contains("Logger - plain words, signature=***", "IllegalStateException: of ***")
        .doesNotContain(KEY)
        .doesNotContain("short");
    context.stop();
  }
}
