package ballast;

import ballast.cli.JournalPlace;
import ballast.cli.Wiring;
import ballast.config.AccountConfig;
import ballast.config.Config;
import ballast.config.ConfigException;
import ballast.config.Secret;
import ballast.journal.AccountKey;
import ballast.journal.HostLock;
import ballast.journal.Journal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an engine holds of its accounts' keys, on this host and in its journal. */
final class KeyClaim implements Wiring.Claim {
  private final List<HostLock> locks = new ArrayList<>();

  private KeyClaim() {}

  static KeyClaim of(Config config, JournalPlace place, Journal journal, long nowMillis) {
    KeyClaim claim = new KeyClaim();
    boolean whole = false;
    try {
      for (AccountConfig account : config.accounts()) {
        claim.add(account, config, place, journal, nowMillis);
      }
      whole = true;
      return claim;
    } finally {
      if (!whole) {
        claim.close();
      }
    }
  }

  /**
   * A dry run sends nothing, so it may look at an account beside the engine that keeps it, in a
   * journal of its own.
   */
  private void add(
      AccountConfig account, Config config, JournalPlace place, Journal journal, long nowMillis) {
    AccountKey key = key(account, config.exchange());
    if (config.mode() == Config.Mode.DRY_RUN) {
      requireNone(journal.forbidsDryRun(account.id()));
    } else {
      locks.add(HostLock.take(account.id(), config.exchange().identity(), key, holder(place)));
    }
    requireNone(journal.bind(account.id(), key, nowMillis));
  }

  private static void requireNone(Optional<String> objection) {
    objection.ifPresent(
        why -> {
          throw new ConfigException(why);
        });
  }

  private static AccountKey key(AccountConfig account, Config.Exchange exchange) {
    try (Secret secret = account.apiKey().read()) {
      byte[] bytes = secret.bytes();
      try {
        return AccountKey.of(exchange.environment(), bytes);
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    }
  }

  private static HostLock.Holder holder(JournalPlace place) {
    String directory = place.directory().toString();
    return new HostLock.Holder(
        ProcessHandle.current().pid(),
        directory,
        place.url().map(url -> url.replaceAll("\\?.*", "")).orElse(directory));
  }

  @Override
  public void close() {
    locks.forEach(HostLock::close);
    locks.clear();
  }
}
