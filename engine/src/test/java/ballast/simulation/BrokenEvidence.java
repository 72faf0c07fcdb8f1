package ballast.simulation;

import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.Venue;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Venues whose balances prove less than they seem to. */
final class BrokenEvidence {
  private BrokenEvidence() {}

  /** A reading is kept for a quarter of an hour, and looks new. */
  static final class OfTheCache extends ForwardingVenue {
    private static final long KEPT_MILLIS = 15 * 60_000;

    private final InstantSource clock;
    private @Nullable Holdings last;

    OfTheCache(Venue venue, InstantSource clock) {
      super(venue);
      this.clock = clock;
    }

    @Override
    public Reading<Holdings> holdings() {
      Holdings known = last;
      if (known != null && clock.millis() - known.readAtMillis() < KEPT_MILLIS) {
        return Reading.of(new Holdings(clock.millis(), known.inEarn(), known.inFutures()));
      }
      Reading<Holdings> reading = super.holdings();
      if (reading instanceof Reading.Got<Holdings> got) {
        last = got.value();
      }
      return reading;
    }
  }

  /** Balances look as if Earn had moved with Futures, and as if by our amount or not at all. */
  static final class OfOneSide extends ForwardingVenue {
    private final Journal journal;

    OfOneSide(Venue venue, Journal journal) {
      super(venue);
      this.journal = journal;
    }

    @Override
    public Reading<Holdings> holdings() {
      Reading<Holdings> reading = super.holdings();
      Optional<Intent> open = journal.books(Setup.ACCOUNT, SimulatedClock.START).open();
      return reading instanceof Reading.Got<Holdings> got
              && open.isPresent()
              && open.get().state() == IntentState.UNKNOWN
          ? Reading.of(seenFromFutures(open.get(), got.value()))
          : reading;
    }

    private static Holdings seenFromFutures(Intent intent, Holdings now) {
      Usdt inward = now.inFutures().minus(intent.before().inFutures());
      boolean rescue = intent.direction() == Direction.EARN_TO_FUTURE;
      boolean moved = (rescue ? inward : inward.negated()).compareTo(intent.amount()) >= 0;
      Usdt part = moved ? (rescue ? intent.amount() : intent.amount().negated()) : Usdt.ZERO;
      return new Holdings(
          now.readAtMillis(),
          intent.before().inEarn().minus(part),
          intent.before().inFutures().plus(part));
    }
  }
}
