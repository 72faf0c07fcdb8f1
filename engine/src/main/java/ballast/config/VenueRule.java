package ballast.config;

import ballast.config.Config.Mode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which address a mode may speak to: money only moves on the exchange's own hosts over TLS, and a
 * paper run never leaves the machine. A dry run may look at either.
 */
final class VenueRule {
  private static final Set<String> EXCHANGE_HOSTS =
      Set.of(
          "api.binance.com",
          "api-gcp.binance.com",
          "api1.binance.com",
          "api2.binance.com",
          "api3.binance.com",
          "api4.binance.com");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String LIVE =
      "https on the exchange's own host, as in https://api.binance.com";
  private static final String PAPER = "http on this machine, as in http://127.0.0.1:18080";

  private VenueRule() {}

  static URI check(Mode mode, Place place, String text) {
    URI uri = parse(place, text);
    return switch (mode) {
      case LIVE -> require(uri, place, VenueRule::isExchange, "in live mode must be " + LIVE);
      case PAPER -> require(uri, place, VenueRule::isLoopback, "in paper mode must be " + PAPER);
      case DRY_RUN ->
          require(
              uri,
              place,
              address -> isExchange(address) || isLoopback(address),
              "must be " + LIVE + ", or " + PAPER);
    };
  }

  private static URI require(URI uri, Place place, Predicate<URI> allowed, String what) {
    if (!allowed.test(uri)) {
      throw place.wrong(what);
    }
    return uri;
  }

  private static URI parse(Place place, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null
          || !uri.getRawPath().matches("/?")) {
        throw place.wrong("must be scheme, host and port alone, as in https://api.binance.com");
      }
      return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
    } catch (URISyntaxException e) {
      throw place.wrong("is not an address; write it as in https://api.binance.com");
    }
  }

  private static boolean isExchange(URI uri) {
    return "https".equals(uri.getScheme())
        && EXCHANGE_HOSTS.contains(uri.getHost())
        && (uri.getPort() == -1 || uri.getPort() == 443);
  }

  private static boolean isLoopback(URI uri) {
    return "http".equals(uri.getScheme())
        && LOOPBACK.contains(uri.getHost())
        && uri.getPort() <= 65535;
  }
}
