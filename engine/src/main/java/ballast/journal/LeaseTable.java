package ballast.journal;

import java.util.Optional;

/** Which engine keeps which account. All times are the database's own. */
final class LeaseTable {
  /** When the transaction began, which can only make a lease seem longer than it is. */
  private static final String NOW = "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";

  private static final long LENGTH_MILLIS = Lease.LENGTH.toMillis();

  private LeaseTable() {}

  /** A lease as stored. */
  record Stored(String owner, long epoch, long expiresMillis, boolean ranOut) {}

  static Optional<Stored> find(Session session, long account) {
    return session
        .sql(
            "SELECT owner, epoch, expires_ms,"
                + (" CASE WHEN expires_ms <= " + NOW + " THEN TRUE ELSE FALSE END AS ran_out")
                + " FROM lease WHERE account_id = ?")
        .number(account)
        .first(
            row ->
                new Stored(
                    row.text("owner"),
                    row.number("epoch"),
                    row.number("expires_ms"),
                    row.flag("ran_out")));
  }

  /** Takes what no engine had, and says its epoch. */
  static long insert(Session session, long account, String owner) {
    session
        .sql(
            "INSERT INTO lease (account_id, owner, epoch, expires_ms) VALUES (?, ?, 1, "
                + NOW
                + " + ?)")
        .number(account)
        .text(owner)
        .number(LENGTH_MILLIS)
        .run();
    return 1;
  }

  /** Takes the account from the engine that had this epoch; false when it is not that any more. */
  static boolean take(Session session, long account, long from, String owner) {
    return session
            .sql(
                "UPDATE lease SET owner = ?, epoch = epoch + 1, expires_ms = "
                    + NOW
                    + " + ? WHERE account_id = ? AND epoch = ?")
            .text(owner)
            .number(LENGTH_MILLIS)
            .number(account)
            .number(from)
            .run()
        == 1;
  }

  /** Renews a lease; false when it is not this engine's any more. */
  static boolean renew(Session session, long account, String owner, long epoch) {
    return expire(session, account, owner, epoch, LENGTH_MILLIS);
  }

  /** Gives a lease back; another engine may take the account at once. */
  static boolean giveBack(Session session, long account, String owner, long epoch) {
    return expire(session, account, owner, epoch, 0);
  }

  private static boolean expire(
      Session session, long account, String owner, long epoch, long inMillis) {
    return session
            .sql(
                "UPDATE lease SET expires_ms = "
                    + NOW
                    + " + ? WHERE account_id = ? AND epoch = ? AND owner = ?")
            .number(inMillis)
            .number(account)
            .number(epoch)
            .text(owner)
            .run()
        == 1;
  }
}
