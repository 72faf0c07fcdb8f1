package ballast.journal;

import java.util.List;

/** The keys by which each account was reached. */
final class AccountKeyTable {
  private AccountKeyTable() {}

  static List<AccountKey> of(Session session, String account) {
    return session
        .sql("SELECT environment, fingerprint FROM account_key WHERE account = ?")
        .text(account)
        .list(row -> new AccountKey(row.text("environment"), row.digest("fingerprint").hex()));
  }

  /** Another node may have started with the same key at the same moment. */
  static void insertUnlessThere(
      Session session, Dialect dialect, String account, AccountKey key, long atMillis) {
    session
        .sql(
            dialect.insertUnlessThere(
                "account_key",
                "account, fingerprint, environment, since_ms",
                "account, fingerprint",
                "?, ?, ?, ?"))
        .text(account)
        .digest(new Digest(key.fingerprint()))
        .text(key.environment())
        .number(atMillis)
        .run();
  }
}
