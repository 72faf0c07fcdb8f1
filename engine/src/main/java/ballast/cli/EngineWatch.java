package ballast.cli;

import ballast.alert.AccountView;
import ballast.alert.AccountView.Beat;
import ballast.alert.AccountView.Doubt;
import ballast.alert.AccountView.Presence;
import ballast.alert.EngineView;
import ballast.alert.EngineView.Calls;
import ballast.alert.EngineView.Window;
import ballast.binance.WeightBudget.Use;
import ballast.config.AccountConfig;
import ballast.config.Config;
import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.journal.Pauses;
import ballast.notify.Days;
import ballast.notify.LatestTicks;
import ballast.notify.TickReport;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.web.Health.Deadline;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at a running engine as the alerts want to know it. Safe for several threads. */
final class EngineWatch implements Supplier<EngineView> {
  private final Config config;
  private final Journal journal;
  private final Wiring.Fleet fleet;
  private final LatestTicks latest;
  private final CompletableFuture<JournalException> broken;
  private final Map<String, Deadline> deadlines = new LinkedHashMap<>();
  private final Instant started;

  /**
   * @param broken completes when the journal has failed for good
   */
  EngineWatch(
      Config config,
      Journal journal,
      Wiring.Fleet fleet,
      LatestTicks latest,
      CompletableFuture<JournalException> broken) {
    this.config = config;
    this.journal = journal;
    this.fleet = fleet;
    this.latest = latest;
    this.broken = broken;
    this.started = fleet.clock().instant();
    for (AccountConfig account : config.accounts()) {
      deadlines.put(account.id(), Observation.deadline(account, fleet));
    }
  }

  @Override
  public EngineView get() {
    @Nullable JournalException failure = broken.getNow(null);
    if (failure != null) {
      return EngineView.withoutJournal(String.valueOf(failure.getMessage()));
    }
    try {
      Instant now = fleet.clock().instant();
      List<AccountView> accounts =
          deadlines.keySet().stream().map(account -> account(account, now)).toList();
      return new EngineView(accounts, calls(now), freeBytes(), Optional.empty());
    } catch (JournalException e) {
      return EngineView.withoutJournal(String.valueOf(e.getMessage()));
    }
  }

  private AccountView account(String account, Instant now) {
    Optional<TickReport> tick = latest.tick(account);
    if (tick.isEmpty()) {
      return AccountView.unseen(account, beat(account, now));
    }
    if (tick.get() instanceof TickReport.StoodBy) {
      return AccountView.elsewhere(account);
    }
    Books books = journal.books(account, now.toEpochMilli());
    return new AccountView(
        account,
        Presence.HERE,
        beat(account, now),
        latest
            .decision(account)
            .map(decided -> Days.uniMmr(decided.decision().facts().situation())),
        tick.get() instanceof TickReport.Skipped skipped ? skipped.reason() : "",
        books.open().flatMap(EngineWatch::doubt),
        paused(account, books, now),
        books.foreignToday());
  }

  private Beat beat(String account, Instant now) {
    if (isPast(account, latest.tick(account).map(TickReport::atMillis), now)) {
      return Beat.SILENT;
    }
    return isPast(account, latest.decision(account).map(TickReport::atMillis), now)
        ? Beat.UNDECIDED
        : Beat.IN_TIME;
  }

  private boolean isPast(String account, Optional<Long> lastMillis, Instant now) {
    Deadline deadline = deadlines.get(account);
    return deadline != null
        && deadline.isPast(lastMillis.map(Instant::ofEpochMilli).orElse(started), now);
  }

  private static Optional<Doubt> doubt(Intent intent) {
    boolean held = intent.state() == IntentState.HELD;
    return held || intent.state() == IntentState.UNKNOWN
        ? Optional.of(
            new Doubt(
                intent.id(),
                held,
                "intent "
                    + intent.id()
                    + ", "
                    + intent.direction()
                    + " "
                    + intent.amount()
                    + " LDUSDT: "
                    + intent.detail()))
        : Optional.empty();
  }

  /** The acts are asked for only while something is paused, which is rare. */
  private Map<Direction, String> paused(String account, Books books, Instant now) {
    return books.paused().isEmpty()
        ? Map.of()
        : Pauses.of(journal, account, now.toEpochMilli()).reasons();
  }

  private Calls calls(Instant now) {
    List<Use> uses = fleet.budget().uses();
    long bannedMillis = Math.max(0, fleet.budget().ban().untilMillis() - now.toEpochMilli());
    long closedMillis =
        uses.stream().mapToLong(Use::closedUntilMillis).max().orElse(0) - now.toEpochMilli();
    Optional<Window> fullest =
        uses.stream()
            .map(use -> new Window(use.endpoint(), part(use)))
            .max(Comparator.comparing(Window::used));
    return new Calls(bannedMillis, bannedMillis > 0 ? 0 : Math.max(0, closedMillis), fullest);
  }

  private static Ratio part(Use use) {
    return Ratio.of(Usdt.of(use.used()), Usdt.of(use.limit()), RoundingMode.FLOOR);
  }

  private OptionalLong freeBytes() {
    try {
      return OptionalLong.of(Files.getFileStore(config.dir()).getUsableSpace());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
