package ballast.cli;

import ballast.binance.BinanceVenue;
import ballast.journal.Journal;
import ballast.journal.RecordedTick;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.stress.AccountState;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import java.util.Optional;

/** An account's state from where it can be had. */
final class PresentState {
  private PresentState() {}

  /** As the exchange shows it now; empty when it does not answer. */
  static Optional<AccountState> read(BinanceVenue venue) {
    if (venue.account() instanceof Reading.Got<AccountSnapshot> account
        && venue.holdings() instanceof Reading.Got<Holdings> holdings) {
      return Optional.of(
          new AccountState(
              account.value().equity(),
              account.value().maintenanceMargin(),
              account.value().ldusdtInFutures(),
              holdings.value().inEarn()));
    }
    return Optional.empty();
  }

  /**
   * As the last decision had it; empty when there is none. What lies in Earn is in the journal only
   * where that decision asked for it, and is otherwise taken as nothing.
   */
  static Optional<AccountState> recorded(Journal journal, String account) {
    return journal
        .reader()
        .lastTick(account)
        .filter(RecordedTick.Decided.class::isInstance)
        .map(RecordedTick.Decided.class::cast)
        .map(tick -> tick.decision().facts())
        .map(facts -> state(facts.situation(), facts.transferable()));
  }

  private static AccountState state(Situation situation, Optional<Transferable> transferable) {
    return new AccountState(
        new Usdt(situation.equityE8()),
        new Usdt(situation.maintenanceMarginE8()),
        new Usdt(situation.ldusdtInFuturesE8()),
        transferable
            .filter(asked -> asked.direction() == Direction.EARN_TO_FUTURE)
            .map(Transferable::amount)
            .orElse(Usdt.ZERO));
  }
}
