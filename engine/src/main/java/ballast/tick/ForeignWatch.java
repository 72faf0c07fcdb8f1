package ballast.tick;

import ballast.decide.Limits;
import ballast.journal.Books;
import ballast.journal.ForeignMove;
import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.Venue;
import ballast.venue.VenueFailure;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explains every change of LDUSDT in Futures: what no intent of ours explains was moved by someone
 * else and is journalled as theirs. When others move more in a day than we may in one transfer,
 * someone else keeps this account too, and ours is halted until an operator resumes it.
 */
final class ForeignWatch {
  private static final Logger log = LoggerFactory.getLogger(ForeignWatch.class);

  private final String account;
  private final Limits limits;
  private final Venue venue;
  private final Journal journal;
  private final Recovery recovery;

  ForeignWatch(Assignment assignment, Venue venue, Journal journal, Recovery recovery) {
    this.account = assignment.account();
    this.limits = assignment.decider().limits();
    this.venue = venue;
    this.journal = journal;
    this.recovery = recovery;
  }

  /**
   * The books with all of this reading explained. Fails when a second reading says something else,
   * because then one of the two is old and nothing may rest on it.
   */
  Reading<Books> explain(Books books, AccountSnapshot snapshot, long nowMillis) {
    Usdt now = snapshot.ldusdtInFutures();
    Usdt expected = books.inFutures().orElse(now);
    if (now.equals(expected)) {
      return Reading.of(books);
    }
    Reading<Holdings> second = venue.holdings();
    if (second instanceof Reading.Failed<Holdings> failed) {
      return new Reading.Failed<>(failed.failure());
    }
    if (!second.value().inFutures().equals(now)) {
      return Reading.failed(
          VenueFailure.Kind.MALFORMED,
          "LDUSDT in Futures was read as " + now + " and then as " + second.value().inFutures());
    }
    if (!recovery.isAfterLastMove(second.value(), nowMillis)) {
      return Reading.failed(
          VenueFailure.Kind.MALFORMED,
          "LDUSDT in Futures was read as " + now + ", perhaps from before our last transfer");
    }
    record(new ForeignMove(account, nowMillis, expected, now), books);
    return Reading.of(journal.books(account, nowMillis));
  }

  /** Halts before it records: a crash in between leaves the change to be noticed again. */
  private void record(ForeignMove move, Books books) {
    Usdt today = books.foreignToday().plus(move.size());
    log.warn("{}: others moved LDUSDT in Futures, {} -> {}", account, move.before(), move.now());
    if (!limits.dryRun()
        && today.compareTo(limits.perTransfer()) > 0
        && books.paused().size() < Direction.values().length) {
      String reason =
          "ballast: others moved "
              + today
              + " LDUSDT today, more than per-transfer "
              + limits.perTransfer()
              + "; find out who before you resume";
      journal.act(
          new OperatorAct(
              account, move.atMillis(), OperatorAct.Kind.PAUSE, Optional.empty(), 0, reason));
    }
    journal.foreign(move);
  }
}
