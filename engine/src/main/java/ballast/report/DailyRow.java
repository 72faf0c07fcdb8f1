package ballast.report;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.Optional;

/**
 * What one account did on one day, and how its LDUSDT in Futures came to be what it was.
 *
 * @param movedIn brought into Futures by transfers that settled on this day
 * @param movedOut taken back to Earn by them
 * @param foreign what others changed, signed
 * @param opening LDUSDT in Futures as the day began; empty when it was never known
 * @param closing as it ended
 */
record DailyRow(
    Day day,
    String account,
    long holds,
    long refusals,
    long moves,
    long skipped,
    Optional<Ratio> lowestUniMmr,
    Usdt movedIn,
    Usdt movedOut,
    Usdt foreign,
    Optional<Usdt> opening,
    Optional<Usdt> closing,
    long weight) {

  Optional<Usdt> change() {
    return closing.flatMap(end -> opening.map(end::minus));
  }

  /** What neither a transfer nor a foreign move explains; zero when the books are right. */
  Optional<Usdt> unexplained() {
    return change().map(change -> change.minus(movedIn).plus(movedOut).minus(foreign));
  }
}
