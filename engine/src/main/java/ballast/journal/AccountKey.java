package ballast.journal;

/**
 * On which kind of exchange, and by which key, an account is reached; never the key itself.
 *
 * @param environment the kind of exchange, {@code live} or {@code paper}
 * @param fingerprint SHA-256 of the API key, 64 lower-case digits
 */
public record AccountKey(String environment, String fingerprint) {
  public AccountKey {
    if (environment.isBlank() || !fingerprint.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "an environment and a SHA-256 are needed, got " + environment + " and " + fingerprint);
    }
  }

  /**
   * Takes the fingerprint of a key.
   *
   * @param apiKey its bytes, not kept
   */
  public static AccountKey of(String environment, byte[] apiKey) {
    return new AccountKey(environment, Digest.of(Digest.sha256().digest(apiKey)).hex());
  }
}
