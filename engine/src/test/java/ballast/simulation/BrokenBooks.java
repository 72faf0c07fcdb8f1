package ballast.simulation;

import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.Journal;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Books that say something else than what was written. */
final class BrokenBooks extends ForwardingJournal {
  private final UnaryOperator<Books> lie;

  BrokenBooks(Journal journal, UnaryOperator<Books> lie) {
    super(journal);
    this.lie = lie;
  }

  @Override
  public Books books(String account, long nowMillis) {
    return lie.apply(super.books(account, nowMillis));
  }

  /** The open intent was sent long ago. */
  static Books sentLongAgo(Books books) {
    return new Books(
        books.lastMove(),
        books.movedToday(),
        books.paused(),
        books.open().map(BrokenBooks::sentLongAgo),
        books.longestLag(),
        books.intents(),
        books.inFutures(),
        books.foreignToday(),
        books.refusals(),
        books.memory());
  }

  private static Intent sentLongAgo(Intent intent) {
    return new Intent(
        intent.id(),
        intent.account(),
        intent.decision(),
        intent.direction(),
        intent.amount(),
        intent.state(),
        intent.decidedAtMillis(),
        OptionalLong.of(
            intent.sentAtMillis().orElse(intent.decidedAtMillis()) - Mutant.LONG_AGO.toMillis()),
        intent.settledAtMillis().isPresent()
            ? OptionalLong.of(intent.settledAtMillis().getAsLong() - Mutant.LONG_AGO.toMillis())
            : OptionalLong.empty(),
        intent.before(),
        intent.reason(),
        intent.detail());
  }

  /** The last move was made long ago. */
  static Books withoutLastMove(Books books) {
    return new Books(
        books.lastMove().map(BrokenBooks::sentLongAgo),
        books.movedToday(),
        books.paused(),
        books.open(),
        books.longestLag(),
        books.intents(),
        books.inFutures(),
        books.foreignToday(),
        books.refusals(),
        books.memory());
  }
}
