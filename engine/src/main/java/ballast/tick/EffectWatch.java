package ballast.tick;

import ballast.decide.Decision;
import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.OperatorAct;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every strategy to what its transfers are for, once they have arrived. Rescues that arrive
 * and do not count halt the account both ways; a return after which the exchange calls for margin,
 * although it should have stayed above, pauses returns. Either waits until an operator resumes it.
 *
 * <p>It keeps in memory what it waits for: a restart begins anew, which can only delay a halt. One
 * thread.
 */
final class EffectWatch {
  private static final Logger log = LoggerFactory.getLogger(EffectWatch.class);

  private final String account;
  private final Journal journal;
  private @Nullable Expectation awaited;
  private @Nullable Unrewarded rescues;

  EffectWatch(Assignment assignment, Journal journal) {
    this.account = assignment.account();
    this.journal = journal;
  }

  /** A transfer has gone out that may move money. */
  void sent(Intent intent, Decision decision) {
    awaited = Expectation.of(intent, decision);
  }

  /** The books, with a pause where a transfer has not done what it was for. */
  Books review(Books books, AccountSnapshot snapshot, long nowMillis) {
    Optional<Expectation> arrived = arrived(books);
    Optional<String> broken =
        arrived.isPresent() && arrived.get().isReturn()
            ? arrived.get().brokenBy(snapshot)
            : Optional.empty();
    if (broken.isPresent()) {
      return pause(books, Optional.of(Direction.FUTURE_TO_EARN), broken.get(), nowMillis);
    }
    arrived.ifPresent(now -> count(now, nowMillis));
    Unrewarded before = rescues;
    rescues = before == null ? null : before.seeing(snapshot.equity());
    Unrewarded after = rescues;
    if (after == null || !after.isProven(nowMillis)) {
      return books;
    }
    rescues = null;
    return pause(books, Optional.empty(), after.describe(), nowMillis);
  }

  /** The awaited transfer, once it is settled; one that did not move anything is forgotten. */
  private Optional<Expectation> arrived(Books books) {
    Expectation last = awaited;
    if (last == null || books.open().isPresent()) {
      return Optional.empty();
    }
    awaited = null;
    return books
        .lastMove()
        .filter(move -> move.id() == last.intent() && move.state() == IntentState.SETTLED)
        .map(move -> last);
  }

  private void count(Expectation arrived, long nowMillis) {
    Unrewarded before = rescues;
    if (arrived.isReturn()) {
      rescues = null;
    } else if (arrived.effect().isPositive()) {
      rescues =
          before == null
              ? Unrewarded.begun(arrived, nowMillis)
              : before.and(arrived.effect(), nowMillis);
    }
  }

  private Books pause(Books books, Optional<Direction> direction, String reason, long nowMillis) {
    Set<Direction> wanted = direction.map(Set::of).orElse(Set.of(Direction.values()));
    if (books.paused().containsAll(wanted)) {
      return books;
    }
    log.error("{}: {}", account, reason);
    journal.act(
        new OperatorAct(
            account, nowMillis, OperatorAct.Kind.PAUSE, direction, 0, "by ballast: " + reason));
    return journal.books(account, nowMillis);
  }
}
