package ballast.tick;

import ballast.decide.Fingerprint;
import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.Venue;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Settles the intent that an earlier tick, or an earlier process, left open. Start-up and every
 * tick take this one path. It looks balances up; it never sends.
 */
final class Recovery {
  private final String account;
  private final Fingerprint fingerprint;
  private final Venue venue;
  private final Journal journal;
  private final LongSupplier steadyMillis;
  private @Nullable Watch watch;
  private @Nullable LastSettled lastSettled;

  /**
   * The intent before whose judgement both balances stood still, so that every reading shows it.
   */
  private long stoodStill;

  /**
   * The last transfer that settled.
   *
   * @param agoMillis how long ago it had when this process first saw it settled
   * @param seen when that was, steady milliseconds
   */
  private record LastSettled(long intent, long agoMillis, long seen) {}

  /**
   * @param steadyMillis as of {@link Clocks}
   */
  Recovery(Assignment assignment, Venue venue, Journal journal, LongSupplier steadyMillis) {
    this.account = assignment.account();
    this.fingerprint = assignment.decider().limits().fingerprint();
    this.venue = venue;
    this.journal = journal;
    this.steadyMillis = steadyMillis;
  }

  /**
   * Takes an open intent as far as the evidence allows; the books afterwards, in which it may still
   * be open.
   */
  Books settle(long nowMillis) {
    Books books = journal.books(account, nowMillis);
    if (books.open().isPresent()) {
      settle(books.open().get(), Settlement.given(books.longestLag(), fingerprint), nowMillis);
      books = journal.books(account, nowMillis);
    }
    sinceLastMove(books, nowMillis);
    return books;
  }

  private void settle(Intent intent, Settlement settlement, long nowMillis) {
    switch (intent.state()) {
      case INTENT ->
          journal.advance(
              intent, IntentState.ABANDONED, nowMillis, "the process ended before it was sent");
      case SENDING ->
          lookUp(
              journal.advance(
                  intent,
                  IntentState.UNKNOWN,
                  nowMillis,
                  "the process ended while it was being sent"),
              settlement,
              nowMillis);
      case CONFIRMED, UNKNOWN -> lookUp(intent, settlement, nowMillis);
      case APPLIED -> journal.advance(intent, IntentState.SETTLED, nowMillis, intent.detail());
      case HELD, REJECTED, NOT_SENT, NOT_APPLIED, ABANDONED, SETTLED -> {
        // HELD waits for an operator; the others are terminal and never open
      }
    }
  }

  private void lookUp(Intent intent, Settlement settlement, long nowMillis) {
    long asked = steadyMillis.getAsLong();
    Reading<Holdings> reading = venue.holdings();
    if (!(reading instanceof Reading.Got<Holdings> got)) {
      return;
    }
    Holdings now = got.value();
    Watch seen = watched(intent, now, steadyMillis.getAsLong());
    Optional<Settlement.Judgement> judgement = settlement.judge(intent, seen, now, asked);
    if (judgement.isEmpty()) {
      return;
    }
    if (seen.stillMillis(asked) >= settlement.window().toMillis()) {
      stoodStill = intent.id();
    }
    Intent judged =
        journal.advance(intent, judgement.get().state(), nowMillis, judgement.get().evidence());
    if (judged.state() == IntentState.APPLIED) {
      journal.advance(judged, IntentState.SETTLED, nowMillis, judgement.get().evidence());
    }
  }

  /**
   * True when a reading cannot be older than the last transfer that moved money, whichever process
   * sent it, so that a move may rest on it.
   */
  boolean isAfterLastMove(Holdings reading, long nowMillis) {
    Books books = journal.books(account, nowMillis);
    return books.lastMove().isEmpty()
        || books.lastMove().get().id() == stoodStill
        || Settlement.given(books.longestLag(), fingerprint)
            .isBehind(books.lastMove().get(), reading, sinceLastMove(books, nowMillis));
  }

  /**
   * How long ago the last transfer settled; 0 when it has not. What passed before this process saw
   * it settled is known by the wall clock alone.
   */
  private long sinceLastMove(Books books, long nowMillis) {
    Optional<Intent> last = books.lastMove();
    if (last.isEmpty() || last.get().settledAtMillis().isEmpty()) {
      return 0;
    }
    LastSettled known = lastSettled;
    if (known == null || known.intent != last.get().id()) {
      long ago = nowMillis - last.get().settledAtMillis().getAsLong();
      known = new LastSettled(last.get().id(), ago, steadyMillis.getAsLong());
      lastSettled = known;
    }
    return known.agoMillis + steadyMillis.getAsLong() - known.seen;
  }

  private Watch watched(Intent intent, Holdings now, long arrived) {
    Watch before = watch;
    Watch after =
        before != null && before.isOf(intent)
            ? before.seeing(now, arrived)
            : Watch.begun(intent, now, arrived);
    watch = after;
    return after;
  }
}
