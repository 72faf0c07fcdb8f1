package ballast.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The accounts with the heads of their chains. */
final class AccountTable {
  private static final String SELECT =
      "SELECT a.id, a.name, a.policy_id, a.sequence, a.head,"
          + " (SELECT o.intent_id FROM active_intent o WHERE o.account_id = a.id) AS open_intent"
          + " FROM account a";

  private AccountTable() {}

  /**
   * An account as stored.
   *
   * @param openIntent 0 when none is open
   */
  record Stored(long id, String name, long policy, long sequence, Digest head, long openIntent) {
    LinkKeys keys() {
      return new LinkKeys(id);
    }
  }

  static Optional<Stored> find(Session session, String name) {
    return session.sql(SELECT + " WHERE a.name = ?").text(name).first(AccountTable::read);
  }

  static List<Stored> all(Session session) {
    return session.sql(SELECT + " ORDER BY a.name").list(AccountTable::read);
  }

  /** The last sequence of each account, by name. */
  static Map<String, Long> ends(Session session) {
    return all(session).stream().collect(Collectors.toMap(Stored::name, Stored::sequence));
  }

  /** The account as it is now; no one else can append to its chain until the commit. */
  static Optional<Stored> lock(Session session, String name) {
    session.sql("SELECT id FROM account WHERE name = ? FOR UPDATE").text(name).list(row -> 0);
    return find(session, name);
  }

  /** Another node may have registered the account at the same moment. */
  static void insertUnlessThere(
      Session session, Dialect dialect, String name, long policy, long atMillis) {
    if (find(session, name).isPresent()) {
      return;
    }
    session
        .sql(
            dialect.insertUnlessThere(
                "account", "name, since_ms, policy_id, sequence, head", "name", "?, ?, ?, 0, ?"))
        .text(name)
        .number(atMillis)
        .number(policy)
        .digest(Digest.NOTHING)
        .run();
  }

  static void adopt(Session session, long id, long policy) {
    session.sql("UPDATE account SET policy_id = ? WHERE id = ?").number(policy).number(id).run();
  }

  static void moveHead(Session session, long id, long sequence, Digest head) {
    session
        .sql("UPDATE account SET sequence = ?, head = ? WHERE id = ?")
        .number(sequence)
        .digest(head)
        .number(id)
        .run();
  }

  private static Stored read(Row row) {
    return new Stored(
        row.number("id"),
        row.text("name"),
        row.number("policy_id"),
        row.number("sequence"),
        row.digest("head"),
        row.number("open_intent"));
  }
}
