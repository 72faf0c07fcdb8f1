package ballast.config;

import ballast.decide.Limits;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One account to keep. Immutable and printable.
 *
 * @param id its name in journal, reports and commands
 * @param apiKey where the API key is
 * @param signing what signs its requests
 * @param keyExceptions permissions that the key may have beyond what Ballast needs, by the
 *     exchange's names, each with the reason
 * @param schedule when to look, as written
 * @param blackout times in which nothing is looked at or moved, as written
 * @param strategy the strategy's name
 * @param parameters every parameter of it as text, defaults filled in: what the journal stores
 * @param limits what the guard holds to; a dry run in mode dry-run
 * @param worseThanDoingNothing why the account may start live although stress found doing nothing
 *     better; empty: it may not
 */
public record AccountConfig(
    String id,
    SecretSource apiKey,
    Signing signing,
    SortedMap<String, String> keyExceptions,
    String schedule,
    List<String> blackout,
    String strategy,
    SortedMap<String, String> parameters,
    Limits limits,
    Optional<String> worseThanDoingNothing) {
  public AccountConfig {
    keyExceptions = Collections.unmodifiableSortedMap(new TreeMap<>(keyExceptions));
    blackout = List.copyOf(blackout);
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** What signs the account's requests. */
  public sealed interface Signing {
    /** Where the secret or key is. */
    SecretSource source();
  }

  /** HMAC-SHA256 with a shared secret. */
  public record SharedSecret(SecretSource source) implements Signing {}

  /** An Ed25519 or RSA private key as PEM. */
  public record PrivateKey(SecretSource source) implements Signing {}
}
