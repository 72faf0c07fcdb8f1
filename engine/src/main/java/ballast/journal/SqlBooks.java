package ballast.journal;

import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Works out {@link Books} from the tables and keeps them until the chain, the policy or the day has
 * moved on; whoever moved it, this process or another node.
 */
final class SqlBooks {
  /** Asked for so that one row is read: MAX reads every decision that the account ever had. */
  private static final String LAST_DECISION =
      " (SELECT m.link FROM decision m WHERE m.link BETWEEN ? AND ?"
          + " ORDER BY m.link DESC FETCH FIRST 1 ROW ONLY)";

  private final PolicyTable policies;
  private final Map<String, Kept> kept = new HashMap<>();
  private final Map<String, Tally> tallies = new HashMap<>();

  SqlBooks(PolicyTable policies) {
    this.policies = policies;
  }

  private record Kept(long sequence, long policy, Day day, Books books) {}

  Books at(Session session, AccountTable.Stored account, long nowMillis) {
    Kept last = kept.get(account.name());
    if (last != null
        && last.sequence == account.sequence()
        && last.policy == account.policy()
        && last.day.covers(nowMillis)) {
      return last.books;
    }
    Day day = Day.of(nowMillis);
    Books books = load(session, account, day);
    kept.put(account.name(), new Kept(account.sequence(), account.policy(), day, books));
    return books;
  }

  /** A hold or refusal was appended. */
  void decided(AccountTable.Stored before, long policy, Usdt seenInFutures, String remembered) {
    Kept last = kept.get(before.name());
    if (last == null || last.sequence != before.sequence() || policy != last.policy) {
      return;
    }
    kept.put(
        before.name(),
        new Kept(
            last.sequence + 1, last.policy, last.day, last.books.after(seenInFutures, remembered)));
  }

  /** A skipped tick was appended: nothing changes. */
  void skipped(AccountTable.Stored before) {
    Kept last = kept.get(before.name());
    if (last != null && last.sequence == before.sequence()) {
      kept.put(before.name(), new Kept(last.sequence + 1, last.policy, last.day, last.books));
    }
  }

  void forget() {
    kept.clear();
    tallies.clear();
  }

  private Books load(Session session, AccountTable.Stored account, Day day) {
    Tally tally = tally(session, account, day);
    LastTransfers last = LastTransfers.read(session, account.keys());
    return new Books(
        one(session, last.mayHaveMoved(), account),
        IntentTable.moved(session, account.keys(), day),
        ActTable.paused(session, account),
        one(session, account.openIntent(), account),
        tally.longestLag,
        tally.intents,
        account.openIntent() == 0 ? inFutures(session, account) : Optional.empty(),
        ForeignTable.moved(session, account, day),
        last.refusals(),
        memory(session, account));
  }

  private static Optional<Intent> one(Session session, long id, AccountTable.Stored account) {
    return id == 0 ? Optional.empty() : IntentTable.one(session, id, account.name());
  }

  private Tally tally(Session session, AccountTable.Stored account, Day day) {
    Tally known = tallies.get(account.name());
    Tally before = known != null && known.day.equals(day) ? known : Tally.nothing(day);
    Tally now = before.upTo(session, account);
    tallies.put(account.name(), now);
    return now;
  }

  /**
   * What is counted over many rows, none of which ever changes, so that only those are read that
   * came since.
   *
   * @param sequence of the last link that counted
   */
  private record Tally(long sequence, Day day, long intents, Duration longestLag) {
    static Tally nothing(Day day) {
      return new Tally(0, day, 0, Duration.ZERO);
    }

    Tally upTo(Session session, AccountTable.Stored account) {
      IdRange since = new IdRange(sequence + 1, account.sequence());
      Duration lag = IntentTable.longestLag(session, account.keys(), since, day);
      return new Tally(
          since.last(),
          day,
          intents + IntentTable.count(session, account.keys(), since),
          lag.compareTo(longestLag) > 0 ? lag : longestLag);
    }
  }

  private static Optional<Usdt> inFutures(Session session, AccountTable.Stored account) {
    Optional<Seen> seen =
        session
            .sql(
                "SELECT d.link, d.intent_id, d.open_intent, s.ldusdt_in_futures_e8 AS seen_e8"
                    + " FROM decision d JOIN snapshot s ON s.link = d.link WHERE d.link ="
                    + LAST_DECISION)
            .number(account.keys().of(0))
            .number(account.keys().last())
            .first(
                row ->
                    new Seen(
                        row.number("link"),
                        Math.max(row.number("intent_id"), row.number("open_intent")),
                        row.usdt("seen_e8")));
    long since = seen.map(Seen::link).orElse(account.keys().of(0));
    return ForeignTable.inFuturesSince(session, account.keys(), since)
        .or(() -> seen.flatMap(last -> after(session, account, last)));
  }

  /**
   * What the account's last decision saw in Futures.
   *
   * @param intent the intent that it led to or that was open; 0 when none
   */
  private record Seen(long link, long intent, Usdt inFutures) {}

  private static Optional<Usdt> after(Session session, AccountTable.Stored account, Seen last) {
    return last.intent == 0
        ? Optional.of(last.inFutures)
        : IntentTable.one(session, last.intent, account.name()).map(Intent::inFuturesAfter);
  }

  private String memory(Session session, AccountTable.Stored account) {
    return session
        .sql("SELECT d.policy_id, d.remembered FROM decision d WHERE d.link =" + LAST_DECISION)
        .number(account.keys().of(0))
        .number(account.keys().last())
        .first(row -> new Remembered(row.number("policy_id"), row.text("remembered")))
        .filter(last -> alike(session, last.policy, account.policy()))
        .map(Remembered::text)
        .orElse("");
  }

  private record Remembered(long policy, String text) {}

  private boolean alike(Session session, long one, long other) {
    return PolicyText.rememberAlike(
        policies.get(session, one).policy(), policies.get(session, other).policy());
  }
}
