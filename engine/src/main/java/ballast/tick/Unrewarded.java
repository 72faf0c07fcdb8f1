package ballast.tick;

import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rescues in a row that have arrived while equity stood still, as it does when LDUSDT does not
 * count. That equity stands still is what tells it from a market that falls: a fall would have to
 * take away each rescue's worth within the very reading that showed it, and nothing in between.
 * Immutable.
 *
 * @param equity before the first
 * @param least the least that one of them should have added
 * @param expected what all of them should have added
 * @param arrivals when each was seen to have arrived, epoch milliseconds
 * @param readings how often equity was read since the first had arrived
 */
record Unrewarded(Usdt equity, Usdt least, Usdt expected, List<Long> arrivals, int readings) {
  /** A part of what should have been added that is none yet, and of what noise may take away. */
  private static final long PART = 4;

  private static final int RESCUES = 3;
  private static final int READINGS = 10;

  /** As long as balances have been seen to lag, equity may lag too. */
  private static final Duration VISIBLE = Duration.ofMinutes(10);

  Unrewarded {
    arrivals = List.copyOf(arrivals);
  }

  static Unrewarded begun(Expectation first, long nowMillis) {
    return new Unrewarded(first.equity(), first.effect(), first.effect(), List.of(nowMillis), 0);
  }

  Unrewarded and(Usdt effect, long nowMillis) {
    List<Long> all = new ArrayList<>(arrivals);
    all.add(nowMillis);
    return new Unrewarded(equity, least.min(effect), expected.plus(effect), all, readings);
  }

  /** These after one more reading; null once it shows that they count, or that the market moves. */
  @Nullable Unrewarded seeing(Usdt equityNow) {
    Usdt gained = equityNow.minus(equity);
    boolean counts = gained.e8() > expected.e8() / PART;
    boolean fell = gained.e8() < -least.e8() / PART;
    return counts || fell ? null : new Unrewarded(equity, least, expected, arrivals, readings + 1);
  }

  boolean isProven(long nowMillis) {
    long visible = arrivals.stream().filter(at -> nowMillis - at >= VISIBLE.toMillis()).count();
    return visible >= RESCUES && readings >= READINGS;
  }

  String describe() {
    return arrivals.size()
        + " transfers arrived in Futures, should have added "
        + expected
        + " USD of equity and added nothing; find out why before you resume";
  }
}
