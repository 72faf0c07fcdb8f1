package ballast.paper;

import java.util.HashMap;
import java.util.Map;

/** What goes back over HTTP: status, JSON text, and headers besides the content type. */
record WireAnswer(int status, String body, Map<String, String> headers) {
  static WireAnswer json(Object body) {
    return new WireAnswer(200, Json.text(body), Map.of());
  }

  WireAnswer with(String header, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(header, value);
    return new WireAnswer(status, body, all);
  }
}
