package ballast.dashboard;

import ballast.journal.Books;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.journal.Pauses;
import ballast.notify.LatestTicks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts together what the page shows: mostly from memory, from the journal only what is one row by
 * its key, so that it costs the same whatever the journal's size. Safe for several threads; those
 * who ask within a moment are given the same answer.
 */
public final class Overview {
  private static final long SAME_NANOS = 400_000_000;

  private final Engine engine;
  private final Journal journal;
  private final LatestTicks latest;
  private final History history;
  private final AccountPage accounts;
  private String made = "";
  private long madeOf = -1;
  private long madeAtNanos;

  public Overview(Engine engine, Journal journal, LatestTicks latest, History history) {
    this.engine = engine;
    this.journal = journal;
    this.latest = latest;
    this.history = history;
    this.accounts = new AccountPage(journal);
  }

  /** Reads what happened before the engine was started, which may take a moment. */
  public void recall() {
    List<String> known = journal.reader().accounts();
    for (Engine.Account account : engine.accounts()) {
      if (known.contains(account.id())) {
        history.recall(account.id(), journal.reader());
      }
    }
  }

  /**
   * Everything the page shows, as one JSON object on one line.
   *
   * @param news what has arrived so far; for more than before it is made anew at once
   */
  public synchronized String json(long news, long nanoTime) {
    if (made.isEmpty() || news > madeOf || nanoTime - madeAtNanos > SAME_NANOS) {
      made = JsonMapper.shared().writeValueAsString(page());
      madeOf = news;
      madeAtNanos = nanoTime;
    }
    return made;
  }

  Page page() {
    long now = engine.nowMillis();
    List<Standing> standings = standings(now);
    List<Concern> concerns = Concerns.of(engine.mode(), engine.findings(), standings);
    boolean good = count(concerns, Concern.Level.PROBLEM) == 0;
    return new Page(
        Figures.time(now),
        engine.version(),
        engine.mode(),
        engine.exchange(),
        good,
        verdict(concerns, standings),
        concerns,
        standings.stream()
            .map(
                standing ->
                    accounts.of(
                        standing, history.points(standing.id()), history.episodes(standing.id())))
            .toList(),
        engine.weights().stream().map(Overview::weight).toList());
  }

  private List<Standing> standings(long now) {
    List<Standing> standings = new ArrayList<>();
    for (Engine.Account account : engine.accounts()) {
      Optional<Books> books = books(account.id(), now);
      standings.add(
          new Standing(
              account,
              Levels.of(account.parameters()),
              latest.tick(account.id()),
              latest.decision(account.id()),
              books,
              books.map(known -> Pauses.of(journal.reader(), account.id(), known))));
    }
    return standings;
  }

  /** Empty before the account's first tick, and where the journal does not answer. */
  private Optional<Books> books(String account, long now) {
    try {
      return Optional.of(journal.books(account, now));
    } catch (JournalException e) {
      return Optional.empty();
    }
  }

  private static long count(List<Concern> concerns, Concern.Level level) {
    return concerns.stream().filter(concern -> concern.level() == level).count();
  }

  private static String verdict(List<Concern> concerns, List<Standing> standings) {
    long problems = count(concerns, Concern.Level.PROBLEM);
    if (problems > 0) {
      return problems == 1 ? "One thing needs you." : problems + " things need you.";
    }
    long warnings = count(concerns, Concern.Level.WARNING);
    if (warnings > 0) {
      return "Nothing needs you now; look at "
          + (warnings == 1 ? "one thing" : warnings + " things")
          + " today.";
    }
    if (standings.stream().anyMatch(standing -> standing.last().isEmpty())) {
      return "Nothing is wrong so far; the first tick is still to come.";
    }
    return "Nothing is wrong. "
        + (standings.size() == 1 ? "The account was" : "All " + standings.size() + " accounts were")
        + " decided for in time, and no transfer waits for you.";
  }

  private static Page.Weight weight(Engine.Weight weight) {
    return new Page.Weight(
        weight.endpoint(),
        weight.countedBy(),
        weight.used() + " of " + weight.limit() + " weight a minute",
        (int) Math.min(100, weight.used() * 100 / Math.max(1, weight.limit())),
        weight.closedUntilMillis() == 0 ? "" : Figures.time(weight.closedUntilMillis()));
  }
}
