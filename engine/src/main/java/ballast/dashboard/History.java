package ballast.dashboard;

import ballast.journal.JournalReader;
import ballast.notify.Notifier;
import ballast.notify.TickReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the accounts' last ticks came to, kept in memory so that a page asks the journal for none of
 * it. Telling it takes no time worth speaking of. Safe for several threads.
 */
public final class History implements Notifier {
  private final Map<String, AccountHistory> histories = new HashMap<>();
  private final News news;

  /**
   * @param news is told of every tick
   */
  public History(News news) {
    this.news = news;
  }

  @Override
  public void tell(TickReport report) {
    synchronized (this) {
      of(report.account()).add(Episode.of(report));
    }
    news.arrived();
  }

  /** Reads what an account's last ticks came to before this engine was started. */
  void recall(String account, JournalReader reader) {
    List<Episode> earlier =
        reader.lastTicks(account, AccountHistory.MOST_POINTS).stream().map(Episode::of).toList();
    synchronized (this) {
      of(account).precede(earlier);
    }
    news.arrived();
  }

  synchronized List<AccountHistory.Point> points(String account) {
    return of(account).points();
  }

  synchronized List<Episode> episodes(String account) {
    return of(account).episodes();
  }

  private AccountHistory of(String account) {
    return histories.computeIfAbsent(account, any -> new AccountHistory());
  }
}
