package ballast.journal;

import ballast.decide.Decision;
import ballast.simulation.ForwardingJournal;
import ballast.strategy.AccountSnapshot;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A journal that says aloud what it has promised to keep, each time that grows: all that stood
 * before a durable call that returned, and every row that is older than a second. Its clock moves
 * by a tenth of a second with each call that may share a commit.
 */
final class Witness extends ForwardingJournal {
  private static final long STEP_NANOS = 100_000_000;
  private static final long SHARE_NANOS = 1_000_000_000;

  /**
   * How far each account's chain must reach at the least, whatever happens.
   *
   * @param sequences by account
   */
  record Promised(Map<String, Long> sequences) {
    static final Promised NOTHING = new Promised(Map.of());
  }

  private record Shared(String account, long sequence, long atNanos) {}

  private final Consumer<Promised> listener;
  private final Clock clock;
  private final Map<String, Long> appended = new HashMap<>();
  private final Map<String, Long> promised = new HashMap<>();
  private final Deque<Shared> sharing = new ArrayDeque<>();

  /** The monotonic clock of the journal witnessed. */
  static final class Clock {
    private long nanos;

    long nanos() {
      return nanos;
    }
  }

  Witness(Journal journal, Clock clock, Consumer<Promised> listener) {
    super(journal);
    this.clock = clock;
    this.listener = listener;
  }

  @Override
  public long adopt(String account, Policy policy, long atMillis) {
    long id = super.adopt(account, policy, atMillis);
    appended.putIfAbsent(account, 0L);
    promiseAll();
    return id;
  }

  @Override
  public long record(String account, long policy, AccountSnapshot snapshot, Decision decision) {
    tick();
    long sequence = super.record(account, policy, snapshot, decision);
    share(account);
    return sequence;
  }

  @Override
  public long skip(String account, long policy, long atMillis, String reason) {
    tick();
    long sequence = super.skip(account, policy, atMillis, reason);
    share(account);
    return sequence;
  }

  @Override
  public Intent intend(
      String account, long policy, AccountSnapshot snapshot, Decision decision, Holdings before) {
    Intent intent = super.intend(account, policy, snapshot, decision, before);
    append(account, 2);
    promiseAll();
    return intent;
  }

  @Override
  public Intent advance(Intent intent, IntentState state, long atMillis, String detail) {
    Intent advanced = super.advance(intent, state, atMillis, detail);
    append(intent.account(), 1);
    promiseAll();
    return advanced;
  }

  @Override
  public void call(String account, ApiCall call) {
    tick();
    super.call(account, call);
  }

  @Override
  public void foreign(ForeignMove move) {
    super.foreign(move);
    append(move.account(), 1);
    promiseAll();
  }

  @Override
  public void act(OperatorAct act) {
    super.act(act);
    append(act.account(), Rulebook.resolution(act.kind()).isPresent() ? 2 : 1);
    promiseAll();
  }

  @Override
  public void close() {
    super.close();
    promiseAll();
  }

  private void tick() {
    clock.nanos += STEP_NANOS;
    while (!sharing.isEmpty() && clock.nanos - sharing.getFirst().atNanos > SHARE_NANOS) {
      Shared old = sharing.removeFirst();
      promised.merge(old.account, old.sequence, Math::max);
    }
    listener.accept(new Promised(Map.copyOf(promised)));
  }

  private long append(String account, int links) {
    return appended.merge(account, (long) links, Long::sum);
  }

  private void share(String account) {
    sharing.add(new Shared(account, append(account, 1), clock.nanos));
  }

  private void promiseAll() {
    sharing.clear();
    promised.putAll(appended);
    listener.accept(new Promised(Map.copyOf(promised)));
  }
}
