package ballast.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No two accounts share a name or a key: two engines on one account would fight. */
final class DistinctAccounts {
  private DistinctAccounts() {}

  static void check(List<AccountConfig> accounts, List<Section> sections) {
    Map<String, Integer> ids = new HashMap<>();
    Map<SecretSource, Integer> keys = new HashMap<>();
    for (int i = 0; i < accounts.size(); i++) {
      AccountConfig account = accounts.get(i);
      Section section = sections.get(i);
      Integer sameId = ids.putIfAbsent(account.id(), i);
      if (sameId != null) {
        throw section
            .place("id")
            .wrong("the same id as accounts[" + sameId + "]; give every account its own");
      }
      Integer sameKey = keys.putIfAbsent(account.apiKey(), i);
      if (sameKey != null) {
        throw section
            .place("api-key")
            .wrong(
                "the same key as accounts[" + sameKey + "]; give every account a key of its own");
      }
      if (account.signing().source().equals(account.apiKey())) {
        throw section
            .place(section.has("secret") ? "secret" : "private-key")
            .wrong("names the same place as api-key; name where the secret half is");
      }
    }
  }
}
