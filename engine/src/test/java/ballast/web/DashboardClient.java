package ballast.web;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.web.RawHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser sends from a dashboard's own page, header by header, so that any can be wrong. */
public final class DashboardClient {
  private DashboardClient() {}

  /** The headers of a page that nobody has given the token yet. */
  public static Map<String, String> ownPage(int port) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Host", "127.0.0.1:" + port);
    headers.put("Origin", "http://127.0.0.1:" + port);
    headers.put("Sec-Fetch-Site", "same-origin");
    headers.put("X-Ballast", "1");
    headers.put("Content-Type", "application/json");
    return headers;
  }

  /** The headers of a page that was opened with the token: all that an act needs. */
  public static Map<String, String> operator(int port, String token) {
    Map<String, String> headers = ownPage(port);
    Answer login = login(port, headers, token);
    assertThat(login.status()).isEqualTo(204);
    headers.put("Cookie", found("set-cookie: ([^;]+);", login.head()));
    Answer page = get(port, "/", headers);
    headers.put("X-Ballast-Csrf", found("name=\"csrf\" content=\"([0-9a-f]{64})\"", page.body()));
    return headers;
  }

  static Answer login(int port, Map<String, String> headers, String token) {
    return post(port, "/login", headers, "{\"token\":\"" + token + "\"}");
  }

  static Answer get(int port, String path, Map<String, String> headers) {
    return RawHttp.send(port, "GET", path, lines(headers));
  }

  public static Answer post(int port, String path, Map<String, String> headers, String body) {
    return RawHttp.send(port, "POST", path, lines(headers), body);
  }

  /** The first of the events that the page is told by. */
  public static Answer firstEvent(int port, Map<String, String> headers) {
    return RawHttp.firstEvent(port, "/events", lines(headers));
  }

  static List<String> lines(Map<String, String> headers) {
    List<String> lines = new ArrayList<>();
    headers.forEach((name, value) -> lines.add(name + ": " + value));
    return lines;
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
