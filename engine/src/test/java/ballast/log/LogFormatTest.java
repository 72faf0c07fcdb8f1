package ballast.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Log lines as the shipped configuration writes them. */
class LogFormatTest {
  private static final String KEY =
      "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void configures() throws Exception {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback.xml")));
  }

  @AfterEach
  void leavesNothingBehind() {
    context.stop();
    LogLines.go(true, false);
  }

  private String line(Level level, String message, @Nullable Throwable error) {
    LoggingEvent event =
        new LoggingEvent("x", context.getLogger("ballast.tick"), level, message, error, null);
    event.setInstant(Instant.ofEpochMilli(1_800_000_000_123L));
    event.setThreadName("ballast_Worker-1");
    event.setKeyValuePairs(
        List.of(
            new KeyValuePair("account", "main"),
            new KeyValuePair("sequence", 1234L),
            new KeyValuePair("note", "key \"" + KEY)));
    ConsoleAppender<?> appender =
        (ConsoleAppender<?>) context.getLogger("ROOT").getAppender("STDERR");
    @SuppressWarnings("unchecked")
    Encoder<LoggingEvent> encoder = (Encoder<LoggingEvent>) (Encoder<?>) appender.getEncoder();
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void onATerminalALineIsText() {
    LogLines.go(true, false);

    assertThat(line(Level.WARN, "main/1234: SKIPPED: gone", null))
        .isEqualTo("2027-01-15T08:00:00.123Z WARN  tick - main/1234: SKIPPED: gone\n");
  }

  @Test
  void elsewhereALineIsOneJsonObject() {
    LogLines.go(false, true);
    String line =
        line(
            Level.ERROR,
            "signature=ab\\\" of \"" + KEY + "\"\nand more",
            new IllegalStateException("of " + KEY));

    assertThat(line).endsWith("}\n").doesNotContain(KEY).hasLineCount(1);
    JsonNode fields = JsonMapper.shared().readTree(line);
    assertThat(fields.propertyNames())
        .containsExactly(
            "time", "level", "logger", "thread", "message", "account", "sequence", "note", "error");
    assertThat(fields.get("time").asString()).isEqualTo("2027-01-15T08:00:00.123Z");
    assertThat(fields.get("level").asString()).isEqualTo("ERROR");
    assertThat(fields.get("message").asString()).isEqualTo("signature=***\" of \"***\"\nand more");
    assertThat(fields.get("sequence").asLong()).isEqualTo(1234);
    assertThat(fields.get("note").asString()).isEqualTo("key \"***");
    assertThat(fields.get("error").asString())
        .contains("IllegalStateException: of ***", "\tat ballast.");
  }

  @ParameterizedTest
  @CsvSource({"true, AUTO, false", "false, AUTO, true", "true, JSON, true", "false, TEXT, false"})
  void eitherCanBeForced(boolean terminal, LogFormat format, boolean json) {
    LogLines.go(terminal, false);
    LogLines.use(format);

    assertThat(line(Level.INFO, "x", null).startsWith("{")).isEqualTo(json);
  }

  @Test
  void onlyOnATerminalAndOnlyWhereWantedIsTheLevelColoured() {
    LogLines.go(true, true);
    assertThat(line(Level.WARN, "x", null)).contains(" \u001b[33mWARN \u001b[0m tick");
    assertThat(line(Level.ERROR, "x", null)).contains(" \u001b[31mERROR\u001b[0m tick");
    assertThat(line(Level.INFO, "x", null)).contains(" INFO  tick");

    LogLines.go(true, false);
    assertThat(line(Level.ERROR, "x", null)).doesNotContain("\u001b");
    LogLines.go(false, true);
    LogLines.use(LogFormat.TEXT);
    assertThat(line(Level.ERROR, "x", null)).doesNotContain("\u001b");
  }
}
