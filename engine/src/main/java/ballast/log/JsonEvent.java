package ballast.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log event as one JSON object: {@code time}, {@code level}, {@code logger}, {@code thread},
 * {@code message}, then what the event itself names, then {@code error} with the stack trace. Texts
 * are masked before they become JSON, so that masking cannot break it.
 */
final class JsonEvent {
  private JsonEvent() {}

  static String line(ILoggingEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
    fields.put("level", event.getLevel().toString());
    fields.put("logger", event.getLoggerName());
    fields.put("thread", event.getThreadName());
    fields.put("message", Redaction.mask(String.valueOf(event.getFormattedMessage())));
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        fields.put(pair.key, value(pair.value));
      }
    }
    IThrowableProxy error = event.getThrowableProxy();
    if (error != null) {
      fields.put("error", Redaction.mask(ThrowableProxyUtil.asString(error)));
    }
    return JsonMapper.shared().writeValueAsString(fields) + "\n";
  }

  private static Object value(Object value) {
    return value instanceof Long number ? number : Redaction.mask(String.valueOf(value));
  }
}
