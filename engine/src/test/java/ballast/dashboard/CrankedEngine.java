package ballast.dashboard;

import ballast.alert.AccountView;
import ballast.alert.EngineView;
import ballast.alert.Findings;
import ballast.alert.Judged;
import ballast.alert.Views;
import ballast.decide.Decision;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Lease;
import ballast.journal.MemoryJournal;
import ballast.journal.OperatorAct;
import ballast.journal.Ticks;
import ballast.notify.AccountWatch;
import ballast.notify.LatestTicks;
import ballast.notify.TickReport;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** An engine whose ticks a test cranks, with its journal in memory. */
public final class CrankedEngine implements Engine {
  private static final Map<String, String> BAND =
      Map.of("low", "1.6x", "low-target", "2.0x", "high-target", "2.6x", "high", "3.2x");

  private static final long TICK_MILLIS = 30_000;

  public final MemoryJournal journal = new MemoryJournal();
  public final News news = new News();
  public final LatestTicks latest = new LatestTicks();
  private final History history = new History(news);
  private final List<Account> accounts = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong(Ticks.START);
  private final Instant started = Instant.ofEpochMilli(Ticks.START);
  private String words = "";
  private String mode = "paper";
  private Optional<String> broken = Optional.empty();
  private long bannedUntil;
  private long used = 1_500;
  private long policy;

  /** What the page of this engine says. */
  public Overview overview() {
    return new Overview(this, journal, latest, history);
  }

  Page page() {
    return overview().page();
  }

  /** The same journal after a restart: the page remembers nothing by itself. */
  Overview restarted() {
    return new Overview(this, journal, new LatestTicks(), new History(news));
  }

  /** Puts these words wherever the engine's own texts go. */
  public void callEverything(String text) {
    words = text;
  }

  public CrankedEngine keep(String account) {
    accounts.add(
        new Account(account, "every 30s" + words, "target-band" + words, BAND, Ticks.LIMITS));
    policy = journal.adopt(account, Ticks.POLICY, nowMillis());
    return this;
  }

  void pass(long millis) {
    clock.addAndGet(millis);
  }

  /**
   * A tick that reads this uniMMR and sends nothing, in the policy's words where none are given.
   */
  public void looks(String account, String uniMmr, String reason) {
    pass(TICK_MILLIS);
    AccountSnapshot snapshot = Ticks.account(nowMillis(), uniMmr);
    Decision decided = Ticks.decide(Ticks.POLICY, snapshot, journal.books(account, nowMillis()));
    Decision decision =
        new Decision(
            decided.facts(),
            decided.kind() == Decision.Kind.MOVE ? Decision.Kind.REFUSED : decided.kind(),
            decided.direction(),
            decided.proposed(),
            Usdt.ZERO,
            decided.rule(),
            reason.isEmpty() ? decided.reason() : reason,
            decided.memory());
    journal.record(account, policy, snapshot, decision);
    tell(new TickReport.Decided(account, place(account), decision, Optional.empty(), 0));
  }

  /** A tick that sends a rescue, which then comes to these states with these words. */
  public Intent moves(String account, String detail, IntentState... states) {
    pass(Ticks.LIMITS.minGapMillis());
    AccountSnapshot snapshot = Ticks.account(nowMillis(), "1.5");
    Decision decided = Ticks.decide(Ticks.POLICY, snapshot, journal.books(account, nowMillis()));
    Decision decision =
        new Decision(
            decided.facts(),
            decided.kind(),
            decided.direction(),
            decided.proposed(),
            decided.amount(),
            decided.rule(),
            decided.reason() + words,
            decided.memory());
    Holdings before = Ticks.holdings(nowMillis());
    Intent intent = journal.intend(account, policy, snapshot, decision, before);
    for (IntentState state : states) {
      pass(1_000);
      intent =
          journal.advance(intent, state, nowMillis(), state == IntentState.SENDING ? "" : detail);
    }
    tell(new TickReport.Decided(account, place(account), decision, Optional.of(intent), 1));
    return intent;
  }

  public void skips(String account, String reason) {
    pass(TICK_MILLIS);
    journal.skip(account, policy, nowMillis(), reason);
    tell(new TickReport.Skipped(account, place(account), nowMillis(), reason));
  }

  void standsBy(String account) {
    pass(TICK_MILLIS);
    Lease lease =
        new Lease(account, "process 4711 on other", 2, nowMillis() + 60_000, false, false);
    tell(new TickReport.StoodBy(account, nowMillis(), lease));
  }

  public void pause(String account, Direction direction, String reason) {
    journal.act(
        new OperatorAct(
            account, nowMillis(), OperatorAct.Kind.PAUSE, Optional.of(direction), 0, reason));
  }

  /** As many ticks without a decision as make decisions overdue. */
  public void skipsUntilOverdue(String account, String reason) {
    for (int i = 0; i < 4; i++) {
      skips(account, reason);
    }
  }

  void isDryRun() {
    mode = "dry-run";
  }

  void breaksItsJournal() {
    broken = Optional.of("disk full");
  }

  void isBannedFor(long millis) {
    bannedUntil = nowMillis() + millis;
  }

  void uses(long weight) {
    used = weight;
  }

  private long place(String account) {
    return journal.reader().lastSequence(account);
  }

  private void tell(TickReport report) {
    latest.tell(report);
    history.tell(report);
  }

  @Override
  public String version() {
    return "0.1.0" + words;
  }

  @Override
  public String mode() {
    return mode;
  }

  @Override
  public String exchange() {
    return "http://127.0.0.1:18080" + words;
  }

  @Override
  public long nowMillis() {
    return clock.get();
  }

  @Override
  public List<Account> accounts() {
    return List.copyOf(accounts);
  }

  @Override
  public Findings findings() {
    Instant now = Instant.ofEpochMilli(nowMillis());
    List<AccountView> views =
        accounts.stream()
            .map(
                account ->
                    new AccountWatch(account.id(), CrankedEngine::isPast, started, journal, latest)
                        .look(now))
            .toList();
    EngineView.Window fullest =
        new EngineView.Window(
            weights().get(1).endpoint(),
            Ratio.of(Usdt.of(used), Usdt.of(12_000), RoundingMode.FLOOR));
    EngineView.Calls calls =
        new EngineView.Calls(Math.max(0, bannedUntil - nowMillis()), 0, Optional.of(fullest));
    return Judged.of(new EngineView(views, calls, OptionalLong.of(1L << 40), broken), Views.LEVELS)
        .findings();
  }

  /** Three ticks. */
  private static boolean isPast(Instant last, Instant now) {
    return Duration.between(last, now).toMillis() > 3 * TICK_MILLIS;
  }

  @Override
  public List<Weight> weights() {
    return List.of(
        new Weight("GET /sapi/v1/portfolio/account" + words, "account main" + words, 20, 6_000, 0),
        new Weight("POST /sapi/v1/portfolio/earn-asset-transfer", "this address", used, 12_000, 0));
  }
}
