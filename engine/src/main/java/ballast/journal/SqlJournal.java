package ballast.journal;

import ballast.alert.Delivery;
import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The journal in H2 or PostgreSQL: says which rows each act writes, and leaves to {@link
 * CommitGroup} when they are committed. Safe for several threads.
 */
final class SqlJournal implements Journal {
  private final Place place;
  private final Leases leases;
  private final CommitGroup commits;

  /**
   * @param place where the database is, up to date
   * @param nanoTime a monotonic clock, nanoseconds
   * @param flushMillis after how long what shares a commit is committed if nothing follows it
   */
  SqlJournal(Place place, LongSupplier nanoTime, long flushMillis) {
    this(place, nanoTime, flushMillis, nanos -> {});
  }

  /** The same, which tells how long each commit took until it was on the disk, nanoseconds. */
  SqlJournal(Place place, LongSupplier nanoTime, long flushMillis, LongConsumer committed) {
    this.place = place;
    this.leases = new Leases(ThisProcess.name(), place.dialect().isEmbedded());
    this.commits = new CommitGroup(place, leases, nanoTime, flushMillis, committed);
    commits.read(ledger -> 0);
  }

  @Override
  public Optional<String> bind(String account, AccountKey key, long atMillis) {
    return commits.durably(
        ledger -> {
          List<AccountKey> known = AccountKeyTable.of(ledger.session, account);
          Optional<String> objection = objection(ledger, account, key, known);
          if (objection.isEmpty()) {
            AccountKeyTable.insertUnlessThere(
                ledger.session, place.dialect(), account, key, atMillis);
          }
          return objection;
        });
  }

  private static Optional<String> objection(
      Ledger ledger, String account, AccountKey key, List<AccountKey> known) {
    Optional<AccountTable.Stored> stored = AccountTable.find(ledger.session, account);
    return Rulebook.forbids(
        account,
        key,
        known,
        stored.map(AccountTable.Stored::openIntent).orElse(0L),
        stored.map(found -> ActTable.paused(ledger.session, found)).orElse(Set.of()));
  }

  @Override
  public long adopt(String account, Policy policy, long atMillis) {
    return commits.durably(
        ledger -> {
          long id = ledger.policies.adopt(ledger.session, place.dialect(), policy, atMillis);
          AccountTable.insertUnlessThere(ledger.session, place.dialect(), account, id, atMillis);
          AccountTable.Stored locked =
              AccountTable.lock(ledger.session, account)
                  .orElseThrow(() -> Rulebook.unknownAccount(account));
          leases.take(ledger.session, locked);
          AccountTable.adopt(ledger.session, locked.id(), id);
          return id;
        });
  }

  @Override
  public Optional<Lease> lease(String account) {
    return commits.read(
        ledger -> {
          Optional<Lease> lease = ledger.lease(account);
          if (!ledger.holdsAny()) {
            ledger.session.commit();
          }
          return lease;
        });
  }

  @Override
  public Optional<String> forbidsDryRun(String account) {
    if (place.dialect().isEmbedded()) {
      return Optional.empty();
    }
    return commits.read(
        ledger -> {
          Optional<String> objection =
              ledger
                  .lease(account)
                  .flatMap(
                      lease -> Rulebook.forbidsDryRun(lease, adopted(ledger, account).limits()));
          if (!ledger.holdsAny()) {
            ledger.session.commit();
          }
          return objection;
        });
  }

  private static Policy adopted(Ledger ledger, String account) {
    return ledger.policies.get(ledger.session, ledger.look(account).policy()).policy();
  }

  @Override
  public Books books(String account, long nowMillis) {
    return commits.read(
        ledger -> {
          Books books = ledger.books.at(ledger.session, ledger.look(account), nowMillis);
          if (!ledger.holdsAny()) {
            ledger.session.commit();
          }
          return books;
        });
  }

  @Override
  public long record(String account, long policy, AccountSnapshot snapshot, Decision decision) {
    Rulebook.requireNoMove(decision);
    return commits.shared(
        account,
        ledger -> {
          AccountTable.Stored before = ledger.lead(account);
          ledger.append(decided(ledger, before, policy, snapshot, decision, 0));
          ledger.books.decided(
              before, policy, snapshot.ldusdtInFutures(), decision.memory().text());
          return before.sequence() + 1;
        });
  }

  @Override
  public long skip(String account, long policy, long atMillis, String reason) {
    return commits.shared(
        account,
        ledger -> {
          AccountTable.Stored before = ledger.lead(account);
          long sequence = before.sequence() + 1;
          ledger.append(
              new Link.Tick(
                  new RecordedTick.Skipped(account, sequence, atMillis, policy, reason),
                  ledger.policies.get(ledger.session, policy).digest()));
          ledger.books.skipped(before);
          return sequence;
        });
  }

  @Override
  public Optional<String> noRoom() {
    return place.noRoom();
  }

  @Override
  public Intent intend(
      String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before) {
    Direction direction = Rulebook.requireMove(decision);
    noRoom()
        .ifPresent(
            why -> {
              throw new JournalException(why);
            });
    return commits.durably(
        ledger -> {
          AccountTable.Stored stored = ledger.lead(account);
          Rulebook.requireNoneOpen(account, stored.openIntent());
          ledger.policies.get(ledger.session, policy);
          long now = decision.facts().situation().nowMillis();
          long sequence = stored.sequence() + 1;
          Link.Opening about =
              new Link.Opening(sequence, now, direction, decision.amount(), before);
          long id = IntentTable.insert(ledger.session, stored.keys().of(sequence), about);
          ledger.append(decided(ledger, stored, policy, snapshot, decision, id));
          ledger.append(
              new Link.Transition(
                  account, sequence + 1, id, IntentState.INTENT, now, "", Optional.of(about)));
          return Intent.begun(id, account, sequence, decision, before);
        });
  }

  @Override
  public Intent advance(Intent intent, IntentState state, long atMillis, String detail) {
    return commits.durably(
        ledger -> {
          ledger.lead(intent.account());
          Optional<String> objection =
              state == IntentState.SENDING ? objection(ledger, intent, atMillis) : Optional.empty();
          return step(
              ledger,
              intent.account(),
              intent.id(),
              intent.state(),
              objection.isPresent() ? IntentState.ABANDONED : state,
              atMillis,
              objection.orElse(detail));
        });
  }

  private static Optional<String> objection(Ledger ledger, Intent intent, long atMillis) {
    AccountTable.Stored account = ledger.hold(intent.account());
    return Rulebook.forbids(
        intent,
        ledger.books.at(ledger.session, account, atMillis),
        ledger.policies.get(ledger.session, account.policy()).policy().limits());
  }

  private static Intent step(
      Ledger ledger,
      String account,
      long id,
      IntentState expected,
      IntentState state,
      long atMillis,
      String detail) {
    AccountTable.Stored stored = ledger.hold(account);
    Intent intent = required(ledger, account, id, stored.openIntent());
    Rulebook.requireStep(id, intent.state(), expected, state);
    ledger.append(
        new Link.Transition(
            account, stored.sequence() + 1, id, state, atMillis, detail, Optional.empty()));
    return intent.after(state, atMillis, detail);
  }

  private static Intent required(Ledger ledger, String account, long id, long open) {
    Intent intent = ledger.intent(account, id);
    if (intent == null || (id != open && !intent.state().isTerminal())) {
      throw new IllegalStateException("account " + account + " has no intent " + id);
    }
    return intent;
  }

  @Override
  public void call(String account, ApiCall call) {
    commits.shared(
        account,
        ledger -> {
          CallTable.insert(ledger.session, ledger.hold(account).id(), call, ledger.phrases);
          return 0;
        });
  }

  @Override
  public void act(OperatorAct act) {
    commits.durably(
        ledger -> {
          String account = act.account();
          AccountTable.Stored stored = ledger.hold(account);
          Optional<IntentState> resolution = Rulebook.resolution(act.kind());
          resolution.ifPresent(
              state ->
                  Rulebook.requireStep(
                      act.intent(),
                      required(ledger, account, act.intent(), stored.openIntent()).state(),
                      IntentState.HELD,
                      state));
          ledger.append(new Link.Act(stored.sequence() + 1, act));
          resolution.ifPresent(
              state ->
                  step(
                      ledger,
                      account,
                      act.intent(),
                      IntentState.HELD,
                      state,
                      act.atMillis(),
                      Rulebook.resolvedBy(act)));
          return 0;
        });
  }

  @Override
  public void foreign(ForeignMove move) {
    commits.durably(
        ledger -> {
          AccountTable.Stored stored = ledger.lead(move.account());
          Rulebook.requireKnown(move, stored.openIntent());
          ledger.append(new Link.Foreign(stored.sequence() + 1, move));
          return 0;
        });
  }

  @Override
  public void told(Delivery delivery) {
    commits.shared(
        ledger -> {
          AlertTable.insert(ledger.session, delivery);
          return 0;
        });
  }

  @Override
  public void flush() {
    commits.flush();
  }

  /** As {@link CommitGroup#rest}; for tests, which do not wait for it. */
  void rest() {
    commits.rest();
  }

  @Override
  public Backup backup(Path file, long atMillis) {
    flush();
    return place.backup(file, atMillis);
  }

  @Override
  public JournalReader reader() {
    return new SqlReader(place, this::flush);
  }

  @Override
  public void close() {
    commits.close();
  }

  private static Link.Tick decided(
      Ledger ledger,
      AccountTable.Stored before,
      long policy,
      AccountSnapshot snapshot,
      Decision decision,
      long intent) {
    return new Link.Tick(
        new RecordedTick.Decided(
            before.name(), before.sequence() + 1, policy, snapshot, decision, intent),
        ledger.policies.get(ledger.session, policy).digest());
  }
}
