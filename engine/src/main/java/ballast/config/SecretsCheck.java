package ballast.config;

import ballast.config.AccountConfig.PrivateKey;
import ballast.config.AlertsConfig.Outlet;
import ballast.config.Config.Mode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads every secret once, to see that it is there, guarded and plausible, and forgets it. */
record SecretsCheck(Map<String, String> environment) {
  /** What is wrong with a text as a key, or nothing. */
  private interface Content {
    String complaint(String text);
  }

  void accounts(List<AccountConfig> accounts, List<Section> sections) {
    List<Secret> keys = new ArrayList<>();
    try {
      for (int i = 0; i < accounts.size(); i++) {
        AccountConfig account = accounts.get(i);
        Section section = sections.get(i);
        Secret key = read(account.apiKey(), section.place("api-key"), SecretsCheck::token);
        keys.add(key);
        distinct(keys, section.place("api-key"));
        if (account.signing() instanceof PrivateKey signing) {
          read(signing.source(), section.place("private-key"), SecretsCheck::pem).wipe();
        } else {
          read(account.signing().source(), section.place("secret"), SecretsCheck::token).wipe();
        }
      }
    } finally {
      keys.forEach(Secret::wipe);
    }
  }

  void password(SecretSource source, Place place) {
    read(source, place, text -> "").wipe();
  }

  /** A service's address, which is its key. */
  void address(SecretSource source, Place place) {
    read(
            source,
            place,
            text -> AlertAddress.parse(text).isPresent() ? "" : AlertAddress.complaint())
        .wipe();
  }

  /** A service's token. */
  void word(SecretSource source, Place place) {
    read(
            source,
            place,
            text ->
                text.matches("[A-Za-z0-9:_-]{1,200}")
                    ? ""
                    : "holds signs that no such token has; put the token there alone")
        .wipe();
  }

  /**
   * What is allowed and unwise.
   *
   * @param password of the database
   */
  static List<String> warnings(
      Mode mode,
      List<AccountConfig> accounts,
      Optional<SecretSource> password,
      AlertsConfig alerts) {
    if (mode != Mode.LIVE) {
      return List.of();
    }
    Map<String, List<SecretSource>> owned = new LinkedHashMap<>();
    for (AccountConfig account : accounts) {
      owned.put("account " + account.id(), List.of(account.apiKey(), account.signing().source()));
    }
    password.ifPresent(source -> owned.put("database-password", List.of(source)));
    alerts.heartbeat().ifPresent(pulse -> owned.put("alerts: heartbeat", List.of(pulse.url())));
    for (Outlet channel : alerts.channels()) {
      owned.put("alerts: channel " + channel.name(), channel.service().secret().stream().toList());
    }
    return owned.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(SecretSource::isInEnvironment))
        .map(Map.Entry::getKey)
        .map(
            owner ->
                owner + ": env: secrets can be read by every process of this user; prefer file:")
        .toList();
  }

  private Secret read(SecretSource source, Place place, Content content) {
    Secret secret;
    try {
      secret = source.read(environment);
    } catch (ConfigException e) {
      throw place.wrong(String.valueOf(e.getMessage()));
    }
    byte[] bytes = secret.bytes();
    String complaint = content.complaint(new String(bytes, StandardCharsets.ISO_8859_1));
    Arrays.fill(bytes, (byte) 0);
    if (!complaint.isEmpty()) {
      secret.wipe();
      throw place.wrong(complaint);
    }
    return secret;
  }

  private static void distinct(List<Secret> keys, Place place) {
    int last = keys.size() - 1;
    for (int i = 0; i < last; i++) {
      if (keys.get(i).sameAs(keys.get(last))) {
        throw place.wrong(
            "the same key as accounts[" + i + "]; give every account a key of its own");
      }
    }
  }

  private static String token(String text) {
    return text.matches("[!-~]{1,512}")
        ? ""
        : "holds spaces, line breaks or other signs that no key has; put the key there alone";
  }

  private static String pem(String text) {
    boolean plain =
        text.startsWith("-----BEGIN ")
            && text.contains("PRIVATE KEY-----")
            && !text.contains("ENCRYPTED");
    return plain
        ? ""
        : "holds no unencrypted PEM private key; make one with:"
            + " openssl genpkey -algorithm ed25519 -out FILE";
  }
}
