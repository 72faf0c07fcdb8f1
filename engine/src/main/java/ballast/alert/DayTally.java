package ballast.alert;

import ballast.strategy.Ratio;
import java.util.Optional;

/**
 * How often an account's ticks came to what, since the last digest. Immutable.
 *
 * @param lowest the lowest uniMMR that was decided on; empty before the first
 */
public record DayTally(
    long holds, long refusals, long moves, long skipped, Optional<Ratio> lowest) {
  public static final DayTally NONE = new DayTally(0, 0, 0, 0, Optional.empty());

  public DayTally hold(Ratio uniMmr) {
    return new DayTally(holds + 1, refusals, moves, skipped, lower(uniMmr));
  }

  public DayTally refusal(Ratio uniMmr) {
    return new DayTally(holds, refusals + 1, moves, skipped, lower(uniMmr));
  }

  public DayTally move(Ratio uniMmr) {
    return new DayTally(holds, refusals, moves + 1, skipped, lower(uniMmr));
  }

  public DayTally skip() {
    return new DayTally(holds, refusals, moves, skipped + 1, lowest);
  }

  private Optional<Ratio> lower(Ratio uniMmr) {
    return Optional.of(lowest.filter(known -> known.compareTo(uniMmr) <= 0).orElse(uniMmr));
  }
}
