package ballast.journal;

import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An account that a journal keeps by {@link Ticks#POLICY}, and the shortest ways to write into it.
 *
 * @param policy the id of that policy
 */
record KeptAccount(Journal journal, String name, long policy) {
  /** What is known of an account that has just been adopted. */
  static final Books NEW_BOOKS =
      new Books(
          Optional.empty(),
          Usdt.ZERO,
          Set.of(),
          Optional.empty(),
          Duration.ZERO,
          0,
          Optional.empty(),
          Usdt.ZERO,
          Refusals.NONE_EITHER_WAY,
          "");

  static KeptAccount adopted(Journal journal, String name) {
    return adopted(journal, name, Ticks.START);
  }

  static KeptAccount adopted(Journal journal, String name, long at) {
    return new KeptAccount(journal, name, journal.adopt(name, Ticks.POLICY, at));
  }

  Books books(long at) {
    return journal.books(name, at);
  }

  /** What the policy decides about it, given the books of that time. */
  Decision decide(AccountSnapshot snapshot) {
    return Ticks.decide(Ticks.POLICY, snapshot, books(snapshot.readAtMillis()));
  }

  long record(AccountSnapshot snapshot, Decision decision) {
    return journal.record(name, policy, snapshot, decision);
  }

  Intent intend(AccountSnapshot snapshot, Decision move) {
    return journal.intend(name, policy, snapshot, move, Ticks.holdings(snapshot.readAtMillis()));
  }

  /** A tick at which nothing has to move. */
  Decision hold(long at) {
    AccountSnapshot snapshot = Ticks.account(at, "2.5");
    Decision decision = decide(snapshot);
    record(snapshot, decision);
    return decision;
  }

  long skip(long at, String why) {
    return journal.skip(name, policy, at, why);
  }

  /** An intent that is not sent yet. */
  Intent move(long at) {
    return move(at, "1.4");
  }

  private Intent move(long at, String uniMmr) {
    AccountSnapshot snapshot = Ticks.account(at, uniMmr);
    return intend(snapshot, decide(snapshot));
  }

  /** A rescue, or a return, that the exchange refused two milliseconds later. */
  void refused(long at, Direction direction) {
    Intent intent = move(at, direction == Direction.EARN_TO_FUTURE ? "1.4" : "3.6");
    Intent sending = journal.advance(intent, IntentState.SENDING, at + 1, "");
    journal.advance(sending, IntentState.REJECTED, at + 2, "-9000");
  }

  /** An intent that left a millisecond later. */
  Intent sent(long at) {
    return journal.advance(move(at), IntentState.SENDING, at + 1, "");
  }

  Intent provenNotApplied(long at) {
    Intent intent = journal.advance(sent(at), IntentState.UNKNOWN, at + 2, "timeout");
    return journal.advance(intent, IntentState.NOT_APPLIED, at + 3, "both sides unchanged");
  }

  /** A transfer that is seen so many milliseconds after it was sent. */
  Intent confirmedAndSeen(long at, long lag) {
    Intent confirmed = journal.advance(sent(at), IntentState.CONFIRMED, at + 2, "");
    return journal.advance(confirmed, IntentState.SETTLED, at + 1 + lag, "");
  }

  /** What an operator does to the account as a whole. */
  void act(OperatorAct.Kind kind, Optional<Direction> direction) {
    journal.act(new OperatorAct(name, Ticks.START, kind, direction, 0, ""));
  }

  /** An operator resolves an intent as one that the exchange shows. */
  static OperatorAct seenToBeApplied(Intent intent, long at) {
    return new OperatorAct(
        intent.account(),
        at,
        OperatorAct.Kind.RESOLVE_APPLIED,
        Optional.empty(),
        intent.id(),
        "seen in the exchange's history");
  }

  /** Every tick of the journal that decided something, as its reader tells it. */
  List<RecordedTick.Decided> decided() {
    List<RecordedTick.Decided> ticks = new ArrayList<>();
    journal
        .reader()
        .ticks(
            Span.everything(),
            tick -> {
              if (tick instanceof RecordedTick.Decided decided) {
                ticks.add(decided);
              }
            });
    return ticks;
  }
}
