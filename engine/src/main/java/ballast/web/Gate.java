package ballast.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import java.util.Map;

/**
 * Who may see the dashboard and who may act on it. A request that acts must come from a page of
 * this very address, carry a header that no form can send, and the session's own secret besides;
 * the cookie alone proves nothing.
 */
final class Gate {
  static final String CSRF_HEADER = "X-Ballast-Csrf";
  private static final String ACT_HEADER = "X-Ballast";

  private final Sessions sessions;

  Gate(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * @throws HttpResponseException 403 when the request does not come from a page of this address
   */
  static void requireOwnPage(Context context) {
    String host = header(context, "Host").toLowerCase(Locale.ROOT);
    String origin = header(context, "Origin").toLowerCase(Locale.ROOT);
    String site = header(context, "Sec-Fetch-Site");
    boolean own = origin.equals("http://" + host) || origin.equals("https://" + host);
    if (!own || !(site.isEmpty() || site.equals("same-origin"))) {
      throw refused(403, "only a page of this address may ask for that");
    }
    if (!header(context, ACT_HEADER).equals("1")) {
      throw refused(403, "the header " + ACT_HEADER + ": 1 is missing");
    }
    if (!header(context, "Content-Type").startsWith("application/json")) {
      throw refused(415, "what is sent must be application/json");
    }
  }

  /**
   * The session of whoever looks.
   *
   * @throws HttpResponseException 401 when there is none
   */
  Sessions.Session requireSession(Context context) {
    String id = context.cookie(cookieName(context));
    if (id == null) {
      throw refused(401, "open this address in a browser and give the token");
    }
    return sessions
        .find(id)
        .orElseThrow(() -> refused(401, "this session is over: give the token again"));
  }

  /** The session of whoever acts. */
  Sessions.Session requireActor(Context context) {
    requireOwnPage(context);
    Sessions.Session session = requireSession(context);
    if (!Sessions.isSame(header(context, CSRF_HEADER), session.csrf())) {
      throw refused(403, "the header " + CSRF_HEADER + " is missing or not this session's");
    }
    return session;
  }

  /** Cookies know no ports, and two engines may be reached by one name. */
  static String cookieName(Context context) {
    String host = header(context, "Host");
    int colon = host.lastIndexOf(':');
    String port = colon < 0 ? "" : host.substring(colon + 1);
    return "ballast-" + (port.matches("[0-9]{1,5}") ? port : "80");
  }

  static HttpResponseException refused(int status, String why) {
    return new HttpResponseException(status, why, Map.of());
  }

  private static String header(Context context, String name) {
    String value = context.header(name);
    return value == null ? "" : value;
  }
}
