package ballast.tick;

import ballast.simulation.ForwardingVenue;
import ballast.strategy.AccountSnapshot;
import ballast.venue.Reading;
import ballast.venue.Venue;
import java.util.function.UnaryOperator;

/** A venue whose account reads otherwise than it is. */
final class OtherwiseVenue extends ForwardingVenue {
  private final UnaryOperator<AccountSnapshot> seen;

  OtherwiseVenue(Venue venue, UnaryOperator<AccountSnapshot> seen) {
    super(venue);
    this.seen = seen;
  }

  @Override
  public Reading<AccountSnapshot> account() {
    Reading<AccountSnapshot> read = super.account();
    return read instanceof Reading.Got<AccountSnapshot> got
        ? Reading.of(seen.apply(got.value()))
        : read;
  }
}
