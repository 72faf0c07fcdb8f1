package ballast.paper;

import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;

/**
 * An API key of the paper exchange and the account behind it.
 *
 * @param apiKey what {@code X-MBX-APIKEY} carries
 * @param secret what HMAC signatures are made with
 * @param publicKey when present, signatures are Ed25519 or RSA by this key instead
 * @param permissions what the key may do
 * @param exchange the account's model
 */
public record PaperLogin(
    String apiKey,
    String secret,
    Optional<PublicKey> publicKey,
    Set<KeyPermission> permissions,
    PaperExchange exchange) {
  public static final String DEFAULT_API_KEY = "paper";
  public static final String DEFAULT_SECRET = "paper-secret";

  public PaperLogin {
    if (apiKey.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException("an API key and its secret must not be empty");
    }
    permissions = Set.copyOf(permissions);
  }

  /** The default key in front of this account. */
  public static PaperLogin of(PaperExchange exchange) {
    return of(DEFAULT_API_KEY, DEFAULT_SECRET, exchange);
  }

  /** A key with an HMAC secret in front of this account. */
  public static PaperLogin of(String apiKey, String secret, PaperExchange exchange) {
    return new PaperLogin(apiKey, secret, Optional.empty(), KeyPermission.sensible(), exchange);
  }

  /** Names the key, never the secret. */
  @Override
  public String toString() {
    return "PaperLogin[" + apiKey + "]";
  }
}
