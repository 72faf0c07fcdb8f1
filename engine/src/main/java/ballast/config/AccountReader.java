package ballast.config;

import ballast.config.AccountConfig.PrivateKey;
import ballast.config.AccountConfig.SharedSecret;
import ballast.config.AccountConfig.Signing;
import ballast.config.Config.Mode;
import ballast.config.Node.Scalar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads one account. */
record AccountReader(
    StrategyReader strategy, Consumer<String> scheduleCheck, Consumer<String> blackoutCheck) {
  AccountConfig read(Section account, Mode mode, Path folder) {
    judge(scheduleCheck, account.place("schedule"), account.text("schedule"));
    requireStore(account);
    return new AccountConfig(
        account.text("id"),
        source(account, "api-key", folder),
        signing(account, folder),
        keyExceptions(account),
        account.text("schedule"),
        blackout(account),
        account.text("strategy"),
        strategy.parameters(account),
        LimitsReader.read(account.section("limits", Keys.LIMITS), mode),
        account.has("acknowledge-worse-than-doing-nothing")
            ? Optional.of(account.text("acknowledge-worse-than-doing-nothing"))
            : Optional.empty());
  }

  private static SortedMap<String, String> keyExceptions(Section account) {
    SortedMap<String, String> reasons = new TreeMap<>();
    account
        .settings("key-exceptions")
        .forEach((flag, node) -> reasons.put(flag, ((Scalar) node).text()));
    return reasons;
  }

  private List<String> blackout(Section account) {
    return account.items("blackout").stream()
        .map(
            node -> {
              String text = ((Scalar) node).text();
              judge(blackoutCheck, node.place(), text);
              return text;
            })
        .toList();
  }

  private static Signing signing(Section account, Path folder) {
    return account.has("secret")
        ? new SharedSecret(source(account, "secret", folder))
        : new PrivateKey(source(account, "private-key", folder));
  }

  private static void requireStore(Section account) {
    boolean stored =
        Stream.of("api-key", "secret", "private-key")
            .anyMatch(key -> account.find(key).filter(SecretSource::isInStore).isPresent());
    if (account.has("keystore-passphrase") && !stored) {
      throw account
          .place("keystore-passphrase")
          .wrong("there is no PKCS#12 store it opens; name one as pkcs12:PATH#NAME or remove this");
    }
  }

  private static SecretSource source(Section account, String key, Path folder) {
    Optional<SecretSource> passphrase =
        account.find("keystore-passphrase").map(text -> SecretSource.of(text, folder));
    try {
      return SecretSource.of(account.text(key), folder, passphrase);
    } catch (ConfigException e) {
      throw account.place(key).wrong(String.valueOf(e.getMessage()));
    }
  }

  private static void judge(Consumer<String> check, Place place, String text) {
    try {
      check.accept(text);
    } catch (IllegalArgumentException e) {
      throw place.wrong(String.valueOf(e.getMessage()));
    }
  }
}
