package ballast.paper;

import ballast.paper.Endpoint.Security;
import ballast.paper.WeightBudget.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may come in: weight, key, timestamp, signature and permission, in this order, on the
 * exchange's clock. Guarded by the server's lock.
 */
final class Gate {
  private static final long DEFAULT_RECV_WINDOW = 5_000;
  private static final long LONGEST_RECV_WINDOW = 60_000;
  private static final long AHEAD_MILLIS = 1_000;

  private final Map<String, PaperLogin> logins = new LinkedHashMap<>();
  private final PaperLogin first;
  private final WeightBudget budget = new WeightBudget();

  Gate(List<PaperLogin> logins) {
    if (logins.isEmpty()) {
      throw new IllegalArgumentException("the paper exchange needs at least one account");
    }
    for (PaperLogin login : logins) {
      if (this.logins.put(login.apiKey(), login) != null) {
        throw new IllegalArgumentException("the API key " + login.apiKey() + " is there twice");
      }
    }
    this.first = logins.get(0);
  }

  /** The caller and the weight that this window has used, or an {@link ApiError}. */
  Admission admit(Endpoint endpoint, WireRequest request, long now) {
    Kind kind = endpoint.budget();
    int weight = endpoint.weight().applyAsInt(request);
    budget.requireNoBan(request.ip(), now);
    int used = kind == Kind.SAPI_UID ? 0 : use(kind, request, request.ip(), weight, now);
    PaperLogin login = first;
    if (endpoint.security() != Security.NONE) {
      login = known(request.apiKey());
    }
    if (kind == Kind.SAPI_UID) {
      used = use(kind, request, login.apiKey(), weight, now);
    }
    if (endpoint.security() == Security.USER_DATA || endpoint.security() == Security.TRADE) {
      requireSigned(login, request, now);
      requirePermission(endpoint.security(), login);
    }
    return new Admission(login, used);
  }

  private int use(Kind kind, WireRequest request, String who, int weight, long now) {
    String what =
        switch (kind) {
          case SAPI_IP, SAPI_UID -> request.method() + request.path();
          case API, FAPI -> kind.name();
        };
    return budget.use(kind, what + " " + who, weight, request.ip(), now);
  }

  private PaperLogin known(String apiKey) {
    if (apiKey.isEmpty()) {
      throw new ApiError(401, -2014, "API-key format invalid.");
    }
    PaperLogin login = logins.get(apiKey);
    if (login == null) {
      throw new ApiError(401, -2015, "Invalid API-key, IP, or permissions for action.");
    }
    return login;
  }

  private static void requireSigned(PaperLogin login, WireRequest request, long now) {
    long timestamp = request.number("timestamp").orElseThrow(() -> ApiError.missing("timestamp"));
    String signature = request.required("signature");
    long recvWindow = request.number("recvWindow").orElse(DEFAULT_RECV_WINDOW);
    if (recvWindow > LONGEST_RECV_WINDOW) {
      throw new ApiError(400, -1131, "recvWindow must be less than 60000.");
    }
    if (timestamp >= now + AHEAD_MILLIS) {
      throw new ApiError(
          400, -1021, "Timestamp for this request was 1000ms ahead of the server's time.");
    }
    if (now - timestamp > recvWindow) {
      throw new ApiError(400, -1021, "Timestamp for this request is outside of the recvWindow.");
    }
    if (!SignatureCheck.isGenuine(login, request.signedPayload(), signature)) {
      throw new ApiError(400, -1022, "Signature for this request is not valid.");
    }
  }

  private static void requirePermission(Security security, PaperLogin login) {
    KeyPermission needed =
        security == Security.TRADE ? KeyPermission.PORTFOLIO_MARGIN_TRADING : KeyPermission.READING;
    if (!login.permissions().contains(needed)) {
      throw new ApiError(401, -2015, "Invalid API-key, IP, or permissions for action.");
    }
  }

  /** Who came in, and the weight used with this call. */
  record Admission(PaperLogin login, int used) {}
}
