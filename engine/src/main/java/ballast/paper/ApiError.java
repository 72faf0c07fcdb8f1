package ballast.paper;

import java.util.Map;

/** A refusal in the exchange's form; carries no stack, because it is an answer and no accident. */
final class ApiError extends RuntimeException {
  private final int status;
  private final int code;
  private final Map<String, String> headers;

  ApiError(int status, int code, String message) {
    this(status, code, message, Map.of());
  }

  ApiError(int status, int code, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.headers = Map.copyOf(headers);
  }

  static ApiError missing(String parameter) {
    return new ApiError(
        400,
        -1102,
        "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
  }

  static ApiError invalid(String parameter) {
    return new ApiError(400, -1130, "Data sent for parameter '" + parameter + "' is not valid.");
  }

  WireAnswer answer() {
    return new WireAnswer(status, Json.text(new Body(code, String.valueOf(getMessage()))), headers);
  }

  private record Body(int code, String msg) {}
}
