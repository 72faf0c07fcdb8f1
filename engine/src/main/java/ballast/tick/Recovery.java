package ballast.tick;

import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.Venue;
import java.util.Optional;

/**
 * Settles the intent that an earlier tick, or an earlier process, left open. Start-up and every
 * tick take this one path. It looks balances up; it never sends.
 */
final class Recovery {
  private final String account;
  private final Venue venue;
  private final Journal journal;
  private final Settlement settlement;

  Recovery(String account, Venue venue, Journal journal, Settlement settlement) {
    this.account = account;
    this.venue = venue;
    this.journal = journal;
    this.settlement = settlement;
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
    settle(books.open().get(), nowMillis);
    return journal.books(account, nowMillis);
  }

  private void settle(Intent intent, long nowMillis) {
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
              nowMillis);
      case CONFIRMED, UNKNOWN -> lookUp(intent, nowMillis);
      case APPLIED -> journal.advance(intent, IntentState.SETTLED, nowMillis, intent.detail());
      case HELD, REJECTED, NOT_SENT, NOT_APPLIED, ABANDONED, SETTLED -> {
        // HELD waits for an operator; the others are terminal and never open
      }
    }
  }

  private void lookUp(Intent intent, long nowMillis) {
    Reading<Holdings> reading = venue.holdings();
    if (!(reading instanceof Reading.Got<Holdings> got)) {
      return;
    }
    Optional<Settlement.Judgement> judgement = settlement.judge(intent, got.value(), nowMillis);
    if (judgement.isEmpty()) {
      return;
    }
    Intent judged =
        journal.advance(intent, judgement.get().state(), nowMillis, judgement.get().evidence());
    if (judged.state() == IntentState.APPLIED) {
      journal.advance(judged, IntentState.SETTLED, nowMillis, judgement.get().evidence());
    }
  }
}
