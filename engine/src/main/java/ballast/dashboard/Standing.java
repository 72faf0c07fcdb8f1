package ballast.dashboard;

import ballast.decide.Decision;
import ballast.journal.Books;
import ballast.journal.Pauses;
import ballast.notify.TickReport;
import ballast.strategy.Ratio;
import java.util.Optional;

/**
 * One account as it stands now.
 *
 * @param account as it is configured
 * @param last what its last tick came to; empty before the first
 * @param decided its last decision; empty before the first
 * @param books what the journal has of it; empty before its first tick, and where the journal does
 *     not answer
 * @param pauses with the acts that paused it
 */
record Standing(
    Engine.Account account,
    Levels levels,
    Optional<TickReport> last,
    Optional<TickReport.Decided> decided,
    Optional<Books> books,
    Optional<Pauses> pauses) {

  String id() {
    return account.id();
  }

  Optional<Decision> decision() {
    return decided.map(TickReport.Decided::decision);
  }

  Optional<Ratio> uniMmr() {
    return decision().flatMap(decision -> Figures.uniMmr(decision.facts().situation()));
  }

  /** Another engine keeps the account. */
  boolean standsBy() {
    return last.filter(TickReport.StoodBy.class::isInstance).isPresent();
  }
}
