package ballast.simulation;

import ballast.alert.Delivery;
import ballast.decide.Decision;
import ballast.journal.AccountKey;
import ballast.journal.Books;
import ballast.journal.ForeignMove;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.JournalReader;
import ballast.journal.Lease;
import ballast.journal.OperatorAct;
import ballast.journal.Policy;
import ballast.strategy.AccountSnapshot;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import java.util.Optional;

/** A journal that behaves as another one does, but for what is overridden. */
public class ForwardingJournal implements Journal {
  private final Journal journal;

  public ForwardingJournal(Journal journal) {
    this.journal = journal;
  }

  @Override
  public Optional<String> bind(String account, AccountKey key, long atMillis) {
    return journal.bind(account, key, atMillis);
  }

  @Override
  public long adopt(String account, Policy policy, long atMillis) {
    return journal.adopt(account, policy, atMillis);
  }

  @Override
  public Optional<Lease> lease(String account) {
    return journal.lease(account);
  }

  @Override
  public Optional<String> forbidsDryRun(String account) {
    return journal.forbidsDryRun(account);
  }

  @Override
  public Optional<String> noRoom() {
    return journal.noRoom();
  }

  @Override
  public Books books(String account, long nowMillis) {
    return journal.books(account, nowMillis);
  }

  @Override
  public long record(String account, long policy, AccountSnapshot snapshot, Decision decision) {
    return journal.record(account, policy, snapshot, decision);
  }

  @Override
  public long skip(String account, long policy, long atMillis, String reason) {
    return journal.skip(account, policy, atMillis, reason);
  }

  @Override
  public Intent intend(
      String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before) {
    return journal.intend(account, policy, snapshot, decision, before);
  }

  @Override
  public Intent advance(Intent intent, IntentState state, long atMillis, String detail) {
    return journal.advance(intent, state, atMillis, detail);
  }

  @Override
  public void foreign(ForeignMove move) {
    journal.foreign(move);
  }

  @Override
  public void call(String account, ApiCall call) {
    journal.call(account, call);
  }

  @Override
  public void act(OperatorAct act) {
    journal.act(act);
  }

  @Override
  public void told(Delivery delivery) {
    journal.told(delivery);
  }

  @Override
  public void flush() {
    journal.flush();
  }

  @Override
  public JournalReader reader() {
    return journal.reader();
  }

  @Override
  public void close() {
    journal.close();
  }
}
