package ballast.tick;

import ballast.simulation.ForwardingVenue;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.Venue;

/** A venue at which something happens elsewhere each time before both balances are read. */
final class ElsewhereVenue extends ForwardingVenue {
  private final Runnable elsewhere;

  ElsewhereVenue(Venue venue, Runnable elsewhere) {
    super(venue);
    this.elsewhere = elsewhere;
  }

  @Override
  public Reading<Holdings> holdings() {
    elsewhere.run();
    return super.holdings();
  }
}
