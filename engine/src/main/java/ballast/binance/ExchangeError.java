package ballast.binance;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The exchange's own error: exactly {@code {"code":-1121,"msg":"…"}}, the code a number.
 *
 * @param code never 0
 * @param message one bounded line without control characters
 */
record ExchangeError(int code, String message) {
  private static final int LONGEST_MESSAGE = 200;

  ExchangeError {
    message = oneLine(message);
  }

  /** Empty when the body is anything else, such as a page of HTML. */
  static Optional<ExchangeError> parse(String body) {
    try {
      JsonNode root = Json.parse(body);
      JsonNode code = root.get("code");
      JsonNode message = root.get("msg");
      if (code == null || message == null || !message.isString()) {
        return Optional.empty();
      }
      return code.isIntegralNumber() && code.canConvertToInt() && code.intValue() != 0
          ? Optional.of(new ExchangeError(code.intValue(), message.stringValue()))
          : Optional.empty();
    } catch (MalformedAnswer notAnError) {
      return Optional.empty();
    }
  }

  /** Text from outside, fit for a log line, a journal row and a page. */
  static String oneLine(String text) {
    String bounded =
        text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    return bounded.replaceAll("\\p{Cntrl}", " ");
  }
}
