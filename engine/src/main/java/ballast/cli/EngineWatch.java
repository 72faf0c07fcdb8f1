package ballast.cli;

import ballast.alert.AccountView;
import ballast.alert.EngineView;
import ballast.alert.EngineView.Calls;
import ballast.alert.EngineView.Window;
import ballast.alert.Judged;
import ballast.binance.WeightBudget.Use;
import ballast.config.Config;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.notify.AccountWatch;
import ballast.notify.LatestTicks;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a running engine and judges it by the configured levels, in the same way for alerts and
 * for the page. Safe for several threads.
 */
final class EngineWatch implements Supplier<Judged> {
  private final Config config;
  private final Wiring.Fleet fleet;
  private final CompletableFuture<JournalException> broken;
  private final List<AccountWatch> accounts;

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
    this.fleet = fleet;
    this.broken = broken;
    Instant started = fleet.clock().instant();
    this.accounts =
        config.accounts().stream()
            .map(
                account ->
                    new AccountWatch(
                        account.id(),
                        Observation.deadline(account, fleet),
                        started,
                        journal,
                        latest))
            .toList();
  }

  @Override
  public Judged get() {
    return Judged.of(look(), config.alerts().levels());
  }

  private EngineView look() {
    Instant now = fleet.clock().instant();
    @Nullable JournalException failure =
        broken.isCompletedExceptionally() ? null : broken.getNow(null);
    List<AccountView> views = List.of();
    if (failure == null) {
      try {
        views = accounts.stream().map(account -> account.look(now)).toList();
      } catch (JournalException e) {
        failure = e;
      }
    }
    return new EngineView(
        views,
        calls(now),
        freeBytes(),
        Optional.ofNullable(failure).map(e -> String.valueOf(e.getMessage())));
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
