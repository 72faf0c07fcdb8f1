package ballast.simulation;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Transferable;
import ballast.venue.Funding;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.Venue;

/** A venue that behaves as another one does, but for what a subclass says otherwise. */
public class ForwardingVenue implements Venue {
  private final Venue venue;

  protected ForwardingVenue(Venue venue) {
    this.venue = venue;
  }

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
    return venue.holdings();
  }

  @Override
  public TransferOutcome transfer(TransferOrder order) {
    return venue.transfer(order);
  }
}
