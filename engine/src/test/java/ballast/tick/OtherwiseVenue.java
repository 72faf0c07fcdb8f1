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
import java.util.function.UnaryOperator;

/** A venue whose account reads otherwise than it is. */
record OtherwiseVenue(Venue venue, UnaryOperator<AccountSnapshot> seen) implements Venue {
  @Override
  public Reading<AccountSnapshot> account() {
    return venue.account() instanceof Reading.Got<AccountSnapshot> got
        ? Reading.of(seen.apply(got.value()))
        : venue.account();
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
