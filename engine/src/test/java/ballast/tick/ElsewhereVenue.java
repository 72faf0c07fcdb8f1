package ballast.tick;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Transferable;
import ballast.venue.Funding;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.Venue;

/** A venue at which something happens elsewhere each time before both balances are read. */
record ElsewhereVenue(Venue venue, Runnable elsewhere) implements Venue {
  @Override
  public Reading<AccountSnapshot> account() {
    return venue.account();
  }

  @Override
  public Reading<Transferable> transferable(Direction direction) {
    return venue.transferable(direction);
  }

  @Override
  public Reading<Funding> funding() {
    return venue.funding();
  }

  @Override
  public Reading<Holdings> holdings() {
    elsewhere.run();
    return venue.holdings();
  }

  @Override
  public TransferOutcome transfer(TransferOrder order) {
    return venue.transfer(order);
  }
}
