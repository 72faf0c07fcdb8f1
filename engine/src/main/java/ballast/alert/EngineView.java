package ballast.alert;

import ballast.strategy.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of an engine at one moment: all that an alert may rest on. Immutable.
 *
 * @param accounts each of its accounts; none where the journal does not answer
 * @param calls how the exchange takes its calls
 * @param freeBytes room where the journal is; empty when it could not be asked for
 * @param journalFailure why the journal cannot be used; empty while it can
 */
public record EngineView(
    List<AccountView> accounts,
    Calls calls,
    OptionalLong freeBytes,
    Optional<String> journalFailure) {
  public EngineView {
    accounts = List.copyOf(accounts);
  }

  /**
   * How the exchange takes an engine's calls.
   *
   * @param bannedMillis until a ban ends; 0 when there is none
   * @param limitedMillis until calls may go out again that the exchange asked to wait; 0 when all
   *     may
   * @param fullest the fullest window of the weight budget
   */
  public record Calls(long bannedMillis, long limitedMillis, Optional<Window> fullest) {
    /** No limit is near. */
    public static final Calls FREE = new Calls(0, 0, Optional.empty());
  }

  /**
   * A window of the weight budget.
   *
   * @param endpoint whose window it is
   * @param used part of the minute's weight
   */
  public record Window(String endpoint, Ratio used) {}

  /**
   * True while the journal holds, every account that the engine keeps has been decided for in time,
   * and it keeps one at least.
   */
  public boolean isFresh() {
    return journalFailure.isEmpty()
        && accounts.stream().allMatch(AccountView::isFreshOrElsewhere)
        && accounts.stream().anyMatch(account -> account.presence() == AccountView.Presence.HERE);
  }
}
