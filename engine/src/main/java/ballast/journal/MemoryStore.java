package ballast.journal;

import ballast.alert.Delivery;
import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rows of every {@link MemoryJournal} that was opened on them. Safe for several threads. */
final class MemoryStore {
  private final Map<String, MemoryAccount> accounts = new TreeMap<>();
  private final List<Policy> policies = new ArrayList<>();
  private final List<Digest> digests = new ArrayList<>();
  private final Map<String, Set<AccountKey>> keys = new HashMap<>();
  private final List<AccountCall> calls = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private int durableCalls;
  private int durableDeliveries;
  private long lastIntent;

  /** A lease as stored. */
  record Kept(String owner, long epoch, long untilMillis) {}

  /** The newest lease on each account. */
  final Map<String, Kept> leases = new HashMap<>();

  synchronized Optional<String> bind(String account, AccountKey key) {
    Set<AccountKey> known = keys.computeIfAbsent(account, any -> new HashSet<>());
    Optional<MemoryAccount> kept = Optional.ofNullable(accounts.get(account));
    Optional<String> objection =
        Rulebook.forbids(
            account,
            key,
            known,
            kept.map(MemoryAccount::open).orElse(0L),
            kept.map(MemoryAccount::paused).orElse(Set.of()));
    if (objection.isEmpty()) {
      known.add(key);
    }
    return objection;
  }

  synchronized long adopt(String account, Policy policy, long atMillis) {
    Digest digest = PolicyText.digest(policy);
    if (!digests.contains(digest)) {
      policies.add(policy);
      digests.add(digest);
    }
    long id = digests.indexOf(digest) + 1L;
    accounts.computeIfAbsent(account, MemoryAccount::new).policy = id;
    flush();
    return id;
  }

  /** The policy that an account is decided by. */
  synchronized Policy adopted(String account) {
    return policy(account(account).policy);
  }

  synchronized Books books(String account, long nowMillis) {
    MemoryAccount kept = account(account);
    return kept.books(nowMillis, memory(kept));
  }

  private String memory(MemoryAccount kept) {
    return kept.latest()
        .filter(last -> PolicyText.rememberAlike(policy(last.policy()), policy(kept.policy)))
        .map(last -> last.decision().memory().text())
        .orElse("");
  }

  synchronized long record(
      String account, long policy, AccountSnapshot snapshot, Decision decision) {
    Rulebook.requireNoMove(decision);
    MemoryAccount kept = account(account);
    Link.Tick tick = decided(kept, policy, snapshot, decision, 0);
    kept.append(tick);
    return tick.sequence();
  }

  synchronized long skip(String account, long policy, long atMillis, String reason) {
    MemoryAccount kept = account(account);
    long sequence = kept.nextSequence();
    kept.append(
        new Link.Tick(
            new RecordedTick.Skipped(account, sequence, atMillis, policy, reason), digest(policy)));
    return sequence;
  }

  synchronized Intent intend(
      String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before) {
    Direction direction = Rulebook.requireMove(decision);
    MemoryAccount kept = account(account);
    Rulebook.requireNoneOpen(account, kept.open());
    Link.Tick tick = decided(kept, policy, snapshot, decision, lastIntent + 1);
    long now = decision.facts().situation().nowMillis();
    lastIntent++;
    Intent intent = Intent.begun(lastIntent, account, tick.sequence(), decision, before);
    kept.append(tick);
    Link.Opening opening =
        new Link.Opening(tick.sequence(), now, direction, decision.amount(), before);
    kept.append(transition(kept, intent, Optional.of(opening), now), intent);
    flush();
    return intent;
  }

  synchronized Intent advance(Intent intent, IntentState state, long atMillis, String detail) {
    MemoryAccount kept = account(intent.account());
    Intent stored = kept.intent(intent.id());
    Rulebook.requireStep(intent.id(), stored.state(), intent.state(), state);
    Optional<String> objection =
        state == IntentState.SENDING
            ? Rulebook.forbids(
                stored, kept.books(atMillis, memory(kept)), policy(kept.policy).limits())
            : Optional.empty();
    Intent now =
        stored.after(
            objection.isPresent() ? IntentState.ABANDONED : state,
            atMillis,
            objection.orElse(detail));
    kept.append(transition(kept, now, Optional.empty(), atMillis), now);
    flush();
    return now;
  }

  synchronized void call(String account, ApiCall call) {
    account(account);
    calls.add(new AccountCall(account, call));
  }

  synchronized void told(Delivery delivery) {
    deliveries.add(delivery);
  }

  synchronized List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  synchronized void act(OperatorAct act) {
    MemoryAccount kept = account(act.account());
    Optional<IntentState> resolution = Rulebook.resolution(act.kind());
    resolution.ifPresent(
        state ->
            Rulebook.requireStep(
                act.intent(), kept.intent(act.intent()).state(), IntentState.HELD, state));
    kept.append(new Link.Act(kept.nextSequence(), act));
    resolution.ifPresent(
        state ->
            advance(kept.intent(act.intent()), state, act.atMillis(), Rulebook.resolvedBy(act)));
    flush();
  }

  synchronized void foreign(ForeignMove move) {
    MemoryAccount kept = account(move.account());
    Rulebook.requireKnown(move, kept.open());
    kept.append(new Link.Foreign(kept.nextSequence(), move));
    flush();
  }

  synchronized void flush() {
    accounts.values().forEach(MemoryAccount::commit);
    durableCalls = calls.size();
    durableDeliveries = deliveries.size();
  }

  /** Loses what still shared a commit, as a process does that is killed. */
  synchronized void crash() {
    accounts.values().forEach(MemoryAccount::crash);
    calls.subList(durableCalls, calls.size()).clear();
    deliveries.subList(durableDeliveries, deliveries.size()).clear();
  }

  synchronized List<String> names() {
    return List.copyOf(accounts.keySet());
  }

  synchronized List<Link> links(String account) {
    return accounts.containsKey(account) ? List.copyOf(account(account).links) : List.of();
  }

  synchronized List<Intent> intents() {
    Map<Long, Intent> all = new TreeMap<>();
    accounts.values().forEach(account -> all.putAll(account.intents));
    return List.copyOf(all.values());
  }

  synchronized List<AccountCall> calls() {
    return List.copyOf(calls);
  }

  synchronized long open(String account) {
    return account(account).open();
  }

  synchronized Policy policy(long id) {
    if (id < 1 || id > policies.size()) {
      throw Rulebook.unknownPolicy(id);
    }
    return policies.get((int) id - 1);
  }

  private Digest digest(long id) {
    policy(id);
    return digests.get((int) id - 1);
  }

  private MemoryAccount account(String name) {
    MemoryAccount account = accounts.get(name);
    if (account == null) {
      throw Rulebook.unknownAccount(name);
    }
    return account;
  }

  private Link.Tick decided(
      MemoryAccount kept, long policy, AccountSnapshot snapshot, Decision decision, long intent) {
    return new Link.Tick(
        new RecordedTick.Decided(
            kept.name, kept.nextSequence(), policy, snapshot, decision, intent),
        digest(policy));
  }

  private static Link.Transition transition(
      MemoryAccount kept, Intent now, Optional<Link.Opening> opening, long atMillis) {
    return new Link.Transition(
        kept.name, kept.nextSequence(), now.id(), now.state(), atMillis, now.detail(), opening);
  }
}
