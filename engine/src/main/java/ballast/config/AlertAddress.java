package ballast.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Which addresses notices may go to: over TLS anywhere, in the clear on this machine alone. */
public final class AlertAddress {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private AlertAddress() {}

  /**
   * Reads an address that is a secret.
   *
   * @throws ConfigException when notices must not go there; the address is not repeated
   */
  public static URI of(Secret secret) {
    String text = new String(secret.bytes(), StandardCharsets.UTF_8);
    return parse(text).orElseThrow(() -> new ConfigException(complaint()));
  }

  static String complaint() {
    return "holds no address that notices may go to; put one there alone, as in"
        + " https://hooks.example.com/…, or http:// on this machine";
  }

  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text);
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && uri.getPort() <= 65_535;
      boolean allowed =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && isLoopback(String.valueOf(uri.getHost())));
      return plain && allowed ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.contains(host);
  }
}
