package ballast.notify;

import ballast.alert.AccountView;
import ballast.alert.AccountView.Beat;
import ballast.alert.AccountView.Doubt;
import ballast.alert.AccountView.Presence;
import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.journal.Pauses;
import ballast.strategy.Direction;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at one account of a running engine: its last ticks, and what the journal has of it. Safe
 * for several threads.
 *
 * @param deadline when its ticks and decisions are overdue
 * @param started when the engine was started, by the exchange's clock
 * @param latest is told of its ticks
 */
public record AccountWatch(
    String account, Deadline deadline, Instant started, Journal journal, LatestTicks latest) {

  /**
   * The account as it is now.
   *
   * @param now by the exchange's clock
   * @throws JournalException when the journal does not answer
   */
  public AccountView look(Instant now) {
    Optional<TickReport> tick = latest.tick(account);
    if (tick.isEmpty()) {
      return AccountView.unseen(account, beat(now));
    }
    if (tick.get() instanceof TickReport.StoodBy) {
      return AccountView.elsewhere(account);
    }
    Books books = journal.books(account, now.toEpochMilli());
    Optional<Doubt> doubt = books.open().flatMap(AccountWatch::doubt);
    boolean held = doubt.filter(Doubt::held).isPresent();
    return new AccountView(
        account,
        Presence.HERE,
        beat(now),
        latest.decision(account).map(decided -> decided(decided, held)),
        tick.get() instanceof TickReport.Skipped skipped ? skipped.reason() : "",
        doubt,
        paused(books),
        books.foreignToday());
  }

  private Beat beat(Instant now) {
    if (isPast(latest.tick(account).map(TickReport::atMillis), now)) {
      return Beat.SILENT;
    }
    return isPast(latest.decision(account).map(TickReport::atMillis), now)
        ? Beat.UNDECIDED
        : Beat.IN_TIME;
  }

  private boolean isPast(Optional<Long> lastMillis, Instant now) {
    return deadline.isPast(lastMillis.map(Instant::ofEpochMilli).orElse(started), now);
  }

  private static AccountView.Decided decided(TickReport.Decided tick, boolean held) {
    return new AccountView.Decided(
        Days.uniMmr(tick.decision().facts().situation()),
        tick.decision().facts().standing().status(),
        Rescues.failure(tick, held));
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
  private Map<Direction, String> paused(Books books) {
    return books.paused().isEmpty()
        ? Map.of()
        : Pauses.of(journal.reader(), account, books).reasons();
  }
}
