package ballast.binance;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts a key may be sent to, and the one of USD-M futures: public market data is asked for
 * there without a key, and an account's positions with it.
 */
final class Hosts {
  private static final Set<String> BINANCE =
      Set.of(
          "api.binance.com",
          "api-gcp.binance.com",
          "api1.binance.com",
          "api2.binance.com",
          "api3.binance.com",
          "api4.binance.com");
  private static final Set<String> MARKET_DATA = Set.of("fapi.binance.com");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int HTTPS_PORT = 443;

  private Hosts() {}

  /**
   * Refuses every address but the exchange's over TLS, and this machine's own for the paper
   * exchange.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static void require(URI base) {
    require(base, BINANCE, "an API host of Binance");
  }

  /**
   * As {@link #require(URI)}, for calls without a key: the host of the public data of USD-M futures
   * or this machine.
   */
  static void requireMarketData(URI base) {
    require(base, MARKET_DATA, "fapi.binance.com");
  }

  /** Where the USD-M futures of this exchange are: their own host, or this same machine. */
  static URI futures(URI base) {
    return BINANCE.contains(host(base)) ? URI.create("https://fapi.binance.com") : base;
  }

  private static String host(URI base) {
    return base.getHost() == null ? "" : base.getHost().toLowerCase(Locale.ROOT);
  }

  private static void require(URI base, Set<String> exchange, String name) {
    String host = host(base);
    boolean loopback = LOOPBACK.contains(host);
    if (!loopback && !exchange.contains(host)) {
      throw new IllegalArgumentException(
          "host \"" + host + "\" is neither " + name + " nor this machine");
    }
    if (!"https".equals(base.getScheme()) && !(loopback && "http".equals(base.getScheme()))) {
      throw new IllegalArgumentException("the address of " + host + " must begin with https://");
    }
    if (!loopback && base.getPort() != -1 && base.getPort() != HTTPS_PORT) {
      throw new IllegalArgumentException(
          "port of " + host + " must be " + HTTPS_PORT + ", got " + base.getPort());
    }
    boolean bare = base.getPath().isEmpty() || base.getPath().equals("/");
    if (!bare || base.getQuery() != null || base.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address of " + host + " must be scheme and host alone, with no path or user");
    }
  }
}
