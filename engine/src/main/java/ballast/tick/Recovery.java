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
  private @Nullable Watch watch;

  /**
   * The intent before whose judgement both balances stood still, so that every reading shows it.
   */
  private long stoodStill;

  Recovery(Assignment assignment, Venue venue, Journal journal) {
    this.account = assignment.account();
    this.fingerprint = assignment.decider().limits().fingerprint();
    this.venue = venue;
    this.journal = journal;
  }

  /**
   * Takes an open intent as far as the evidence allows; the books afterwards, in which it may still
   * be open.
   */
  Books settle(long nowMillis) {
    Books books = journal.books(account, nowMillis);
    if (books.open().isEmpty()) {
      return books;
    }
    settle(books.open().get(), Settlement.given(books.longestLag(), fingerprint), nowMillis);
    return journal.books(account, nowMillis);
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
    Reading<Holdings> reading = venue.holdings();
    if (!(reading instanceof Reading.Got<Holdings> got)) {
      return;
    }
    Holdings now = got.value();
    Watch seen = watched(intent, now, nowMillis);
    Optional<Settlement.Judgement> judgement = settlement.judge(intent, seen, now, nowMillis);
    if (judgement.isEmpty()) {
      return;
    }
    if (seen.stillMillis(now) >= settlement.window().toMillis()) {
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
            .isBehind(books.lastMove().get(), reading, nowMillis);
  }

  private Watch watched(Intent intent, Holdings now, long nowMillis) {
    Watch before = watch;
    Watch after =
        before != null && before.isOf(intent)
            ? before.seeing(now)
            : Watch.begun(intent, nowMillis, now);
    watch = after;
    return after;
  }
}
