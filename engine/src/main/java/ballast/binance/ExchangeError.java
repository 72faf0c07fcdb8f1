package ballast.binance;

import ballast.log.Redaction;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The exchange's own error: exactly {@code {"code":-1121,"msg":"…"}}, the code a number.
 *
 * @param code never 0
 * @param message one bounded line without control characters
 */
record ExchangeError(int code, String message) {
  private static final int LONGEST_MESSAGE = 200;
  private static final Pattern CODE = Pattern.compile("-?[1-9][0-9]{0,8}");

  ExchangeError {
    message = oneLine(message);
  }

  /** Empty when the body is anything else, such as a page of HTML. */
  static Optional<ExchangeError> parse(String body) {
    try {
      return Json.parse(body) instanceof Json.Members members
              && members.byName().get("code") instanceof Json.Digits code
              && members.byName().get("msg") instanceof Json.Text message
              && CODE.matcher(code.written()).matches()
          ? Optional.of(new ExchangeError(Integer.parseInt(code.written()), message.value()))
          : Optional.empty();
    } catch (MalformedAnswer notAnError) {
      return Optional.empty();
    }
  }

  /** Text from outside, fit for a log line, a journal row and a page. */
  static String oneLine(String text) {
    String masked = Redaction.mask(text); // first: a token that is cut is no longer known as one
    String bounded =
        masked.length() <= LONGEST_MESSAGE ? masked : masked.substring(0, LONGEST_MESSAGE) + "…";
    return bounded.replaceAll("\\p{Cntrl}", " ");
  }
}
