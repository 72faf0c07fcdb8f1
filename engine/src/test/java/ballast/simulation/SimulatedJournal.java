package ballast.simulation;

import ballast.decide.Decision;
import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import ballast.strategy.AccountSnapshot;
import ballast.venue.Holdings;
import java.util.Optional;

/** A journal whose process may die, whose disk may be slow, and which may refuse to write. */
final class SimulatedJournal extends ForwardingJournal {
  private final SimulatedExchange exchange;
  private final Chance chance;
  private final Auditor auditor;

  SimulatedJournal(Journal books, SimulatedExchange exchange, Chance chance, Auditor auditor) {
    super(books);
    this.exchange = exchange;
    this.chance = chance;
    this.auditor = auditor;
  }

  @Override
  public Books books(String account, long nowMillis) {
    Books now = super.books(account, nowMillis);
    chance.at(Stage.of(now.open()));
    return now;
  }

  @Override
  public long record(String account, long policy, AccountSnapshot snapshot, Decision decision) {
    chance.write();
    return super.record(account, policy, snapshot, decision);
  }

  @Override
  public long skip(String account, long policy, long atMillis, String reason) {
    chance.write();
    return super.skip(account, policy, atMillis, reason);
  }

  @Override
  public Intent intend(
      String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before) {
    chance.pass(CrashPoint.BEFORE_INTENT);
    slowDisk();
    chance.write();
    Intent intent = super.intend(account, policy, snapshot, decision, before);
    auditor.intended(intent);
    chance.at(Stage.INTENT);
    exchange.disturb(0.01);
    chance.pass(CrashPoint.AFTER_INTENT);
    return intent;
  }

  @Override
  public Intent advance(Intent intent, IntentState state, long atMillis, String detail) {
    chance.pass(before(intent, state));
    slowDisk();
    chance.write();
    Intent now = super.advance(intent, state, atMillis, detail);
    auditor.advanced(now);
    chance.at(Stage.of(Optional.of(now)));
    chance.pass(after(intent, state));
    return now;
  }

  private static CrashPoint before(Intent intent, IntentState next) {
    if (next == IntentState.SENDING) {
      return CrashPoint.BEFORE_SENDING;
    }
    return intent.state() == IntentState.SENDING
        ? CrashPoint.BEFORE_OUTCOME
        : CrashPoint.BEFORE_VERDICT;
  }

  private static CrashPoint after(Intent intent, IntentState next) {
    if (next == IntentState.SENDING) {
      return CrashPoint.AFTER_SENDING;
    }
    return intent.state() == IntentState.SENDING
        ? CrashPoint.AFTER_OUTCOME
        : CrashPoint.AFTER_VERDICT;
  }

  private void slowDisk() {
    if (chance.strikes(Fault.SLOW_DISK, 0.02)) {
      exchange.pass(chance.between(500, 3_000));
    }
  }

  @Override
  public void act(OperatorAct act) {
    super.act(act);
    auditor.found(super.books(act.account(), act.atMillis()).open());
  }
}
