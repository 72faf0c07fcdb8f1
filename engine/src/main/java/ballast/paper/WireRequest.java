package ballast.paper;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came: parameters from the query and a form body in any order and of any content
 * type, where the query wins; and the bytes that the signature covers, as they were sent.
 */
final class WireRequest {
  private static final String SIGNATURE = "signature";
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private final String method;
  private final String path;
  private final String apiKey;
  private final String ip;
  private final String signedPayload;
  private final Map<String, String> parameters = new HashMap<>();

  WireRequest(
      String method,
      String path,
      @Nullable String query,
      String body,
      @Nullable String apiKey,
      String ip) {
    this.method = method;
    this.path = path;
    this.apiKey = apiKey == null ? "" : apiKey;
    this.ip = ip;
    String rawQuery = query == null ? "" : query;
    collect(body);
    collect(rawQuery);
    this.signedPayload = withoutSignature(rawQuery) + withoutSignature(body);
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String apiKey() {
    return apiKey;
  }

  String ip() {
    return ip;
  }

  /** Query and body without a separator, each without its signature (binance.com signing rules). */
  String signedPayload() {
    return signedPayload;
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
  }

  String required(String name) {
    return parameter(name).orElseThrow(() -> ApiError.missing(name));
  }

  OptionalLong number(String name) {
    Optional<String> text = parameter(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    String digits = text.get();
    if (!DIGITS.matcher(digits).matches()) {
      throw ApiError.missing(name);
    }
    return OptionalLong.of(Long.parseLong(digits));
  }

  private void collect(String form) {
    int from = 0;
    while (from < form.length()) {
      int to = form.indexOf('&', from);
      String pair = form.substring(from, to < 0 ? form.length() : to);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
      from = to < 0 ? form.length() : to + 1;
    }
  }

  private static String decoded(String text) {
    try {
      return text.indexOf('%') < 0 && text.indexOf('+') < 0
          ? text
          : URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ApiError(400, -1100, "Illegal characters found in a parameter.");
    }
  }

  private static String withoutSignature(String form) {
    int begin = form.startsWith(SIGNATURE + "=") ? 0 : form.indexOf("&" + SIGNATURE + "=");
    if (begin < 0) {
      return form;
    }
    int end = form.indexOf('&', begin + 1);
    if (end < 0) {
      return form.substring(0, begin);
    }
    return form.substring(0, begin) + form.substring(begin == 0 ? end + 1 : end);
  }
}
