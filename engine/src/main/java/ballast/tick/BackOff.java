package ballast.tick;

import ballast.journal.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a transfer waits that the exchange has refused. A refusal moves nothing, so neither
 * min-gap nor the day's cap bounds it: without this the same refusal would be asked for at every
 * tick, until the exchange bans the address or until a code turns out not to have been a refusal. A
 * rescue waits as well: what was refused a moment ago will be refused again. Only refusals in its
 * own direction make it wait, for they say nothing of the other.
 */
final class BackOff {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 4;

  private BackOff() {}

  /** Why no transfer may go out now; empty when one may. */
  static Optional<String> objection(Refusals refusals, long nowMillis) {
    if (refusals.inARow() == 0) {
      return Optional.empty();
    }
    Duration wait = FIRST.multipliedBy(1L << Math.min(refusals.inARow() - 1, MOST_DOUBLINGS));
    Instant until = Instant.ofEpochMilli(refusals.lastMillis()).plus(wait);
    return nowMillis < until.toEpochMilli()
        ? Optional.of(
            "transfers this way refused in a row: "
                + refusals.inARow()
                + "; none goes out before "
                + until)
        : Optional.empty();
  }
}
